using Vigilant.Domain.Alerts;
using Vigilant.Domain.Jobs;

namespace Vigilant.Domain.Tests.Jobs;

public sealed class JobRulesTests
{
    static readonly JobDraft Plain = new() { Service = "billing", Name = "invoices" };

    [Fact]
    public void What_is_left_out_takes_its_default()
    {
        var job = Accept(Plain);
        Assert.Equal("production", job.Environment);
        Assert.Equal("billing-invoices", job.Slug);
        Assert.Equal("UTC", job.Timezone);
        Assert.Equal(Severity.Critical, job.Severity);
        Assert.Null(job.Schedule);
        Assert.Null(job.Channels);
        Assert.True(job.Enabled);
    }

    [Theory]
    [InlineData(null, 3600)]
    [InlineData("0 6 * * *", 3600)]
    [InlineData("every 1s", 1)]
    [InlineData("every 30s", 6)]
    [InlineData("every 5m", 60)]
    [InlineData("every 1d", 3600)]
    public void Grace_is_an_hour_unless_the_period_is_short(string? schedule, int seconds) =>
        Assert.Equal(seconds, Accept(Plain with { Schedule = schedule }).GraceSeconds);

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var errors = Refuse(Plain with
        {
            Schedule = "0 0 30 2 *",
            Timezone = "Europe/Berln",
            GraceSeconds = -1,
            MaxRuntimeSeconds = 0,
            HeartbeatSeconds = int.MaxValue,
            MaxWaitSeconds = 0,
            ProgressSeconds = -5,
            MinRuntimeSeconds = 31536001,
            PartialTolerance = "a few",
            Severity = "urgent",
            Environment = " ",
            Slug = "Big Letters",
            RunbookUrl = "javascript:alert(1)",
            Description = new string('x', 4001),
        });
        Assert.Equal(
            ["description", "environment", "grace_seconds", "heartbeat_seconds", "max_runtime_seconds", "max_wait_seconds",
             "min_runtime_seconds", "partial_tolerance", "progress_seconds", "runbook_url", "schedule", "severity", "slug", "timezone"],
            errors.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("did you mean Europe/Berlin", errors["timezone"][0]);
    }

    [Fact]
    public void The_least_runtime_is_less_than_the_longest()
    {
        var errors = Refuse(Plain with { MinRuntimeSeconds = 60, MaxRuntimeSeconds = 60 });
        Assert.Equal(["must be less than max_runtime_seconds, which is 60, was 60"], errors["min_runtime_seconds"]);
        Accept(Plain with { MinRuntimeSeconds = 59, MaxRuntimeSeconds = 60 });
    }

    [Theory]
    [InlineData("<b>backup<b>")]
    [InlineData("夜間バックアップ")]
    [InlineData("a")]
    public void A_name_may_be_any_printable_text(string name) => Assert.Equal(name, Accept(Plain with { Name = name }).Name);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("two/parts")]
    [InlineData("two%2fparts")]
    [InlineData("line\nbreak")]
    [InlineData("nul\0")]
    [InlineData(" space before")]
    public void A_name_that_cannot_stand_in_an_address_or_a_line_is_refused(string name) =>
        Assert.True(Refuse(Plain with { Name = name }).ContainsKey("job"));

    [Fact]
    public void Half_a_character_is_refused_also_beside_a_replacement_character()
    {
        Refuse(Plain with { Name = "half \ud800 of a letter" });
        Refuse(Plain with { Name = "replaced \ufffd and half \ud800" });
        Accept(Plain with { Name = "replaced \ufffd" });
    }

    [Fact]
    public void A_hundred_characters_are_a_name_and_one_more_is_not()
    {
        Accept(Plain with { Name = string.Concat(Enumerable.Repeat("😀", 100)) });
        Refuse(Plain with { Name = new string('x', 101) });
    }

    [Theory]
    [InlineData("Billing Team", "Send <b>Invoices</b>!", "billing-team-send-b-invoices-b")]
    [InlineData("夜間", "バックアップ", "job")]
    [InlineData("a_b", "c--d", "a_b-c--d")]
    public void A_slug_is_made_of_service_and_name(string service, string name, string slug) =>
        Assert.Equal(slug, Slugs.Of(service, name));

    [Fact]
    public void Ten_thousand_labels_are_one_clear_mistake()
    {
        var labels = Enumerable.Range(0, 10_000).ToDictionary(number => $"label{number}", _ => "x");
        var errors = Refuse(Plain with { Labels = labels });
        Assert.Equal(["must be at most 64, were 10000"], errors["labels"]);
    }

    [Fact]
    public void Only_what_deadlines_count_from_starts_the_expectation_anew()
    {
        var job = Accept(Plain with { Schedule = "every 1h" });
        Assert.False(job.ExpectsOtherThan(job with { Description = "new", MaxRuntimeSeconds = 9, Slug = "other" }));
        Assert.True(job.ExpectsOtherThan(job with { Schedule = "every 2h" }));
        Assert.True(job.ExpectsOtherThan(job with { GraceSeconds = 1 }));
        Assert.True(job.ExpectsOtherThan(job with { Timezone = "Europe/Berlin" }));
        Assert.True(job.ExpectsOtherThan(job with { Enabled = false }));
    }

    static JobDefinition Accept(JobDraft draft) => Assert.IsType<JobCheck.Accepted>(JobRules.Check(draft)).Definition;

    static Dictionary<string, string[]> Refuse(JobDraft draft) =>
        Assert.IsType<JobCheck.Refused>(JobRules.Check(draft)).Errors.ToDictionary();
}
