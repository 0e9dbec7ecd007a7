using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Search;

namespace Vigilant.Domain.Tests.Runs.Search;

/// <summary>What is typed means what <c>GET /v1/runs</c> would be asked.</summary>
public sealed class RunSearchTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("state:failed", "state=failed")]
    [InlineData("is:active", "state=active")]
    [InlineData("state:failed,timed_out", "state=failed state=timed_out")]
    [InlineData("job:billing/import", "job=billing/import")]
    [InlineData("job:billing/import*", "job_like=billing/import*")]
    [InlineData("job:Import*", "job_like=Import*")]
    [InlineData("job:import,mail/send", "job_like=import job=mail/send")]
    [InlineData("nightly import", "word=nightly word=import")]
    [InlineData("\"night ly\"", "word=night ly")]
    [InlineData("service:billing env:staging", "service=billing environment=staging")]
    [InlineData("arg.book:53", "argument=book:53")]
    [InlineData("argument.url:http://x:80", "argument=url:http://x:80")]
    [InlineData("label.team:\"the a team\"", "label=team:the a team")]
    [InlineData("\"arg.a:b c\":1", "argument=a:b c:1")]
    [InlineData("resource:TaskPlan:42", "resource=TaskPlan:42")]
    [InlineData("error:\"time, \\\"out\\\" of 5 s\"", "error=time, \"out\" of 5 s")]
    [InlineData("host:w1 rid:x-1 attempt:2", "host=w1 caller_id=x-1 attempt=2")]
    [InlineData("duration:>10m", "duration_over=600")]
    [InlineData("duration:<1.5", "duration_under=1.5")]
    [InlineData("duration:1m..1h", "duration_over=60 duration_under=3600")]
    [InlineData("created:24h", "created_after=2026-11-20T12:00:00.000Z")]
    [InlineData("created:>2026-11-01", "created_after=2026-11-01T00:00:00.000Z")]
    [InlineData("created:2026-11-01", "created_after=2026-11-01T00:00:00.000Z created_before=2026-11-02T00:00:00.000Z")]
    [InlineData("created:yesterday", "created_after=2026-11-20T00:00:00.000Z created_before=2026-11-21T00:00:00.000Z")]
    [InlineData("started:<now-7d", "started_before=2026-11-14T12:00:00.000Z")]
    [InlineData("ended:2026-11-01T06:00..2026-11-01T08:00+01:00", "ended_after=2026-11-01T06:00:00.000Z ended_before=2026-11-01T07:00:00.000Z")]
    public void A_term_is_a_filter(string text, string filters)
    {
        var search = RunSearch.Parse(text, Now);
        Assert.Empty(search.Mistakes);
        Assert.Equal(filters, string.Join(' ', search.Filters.Select(filter => $"{filter.Name}={filter.Value}")));
    }

    [Theory]
    [InlineData("stat:failed", "did you mean state:?")]
    [InlineData("colour:red", "the fields are state, job")]
    [InlineData("state:faild", "did you mean state:failed?")]
    [InlineData("state:zebra", "there are active, finished, created")]
    [InlineData("state:", "says nothing behind state:")]
    [InlineData("arg:53", "as in arg.book:53")]
    [InlineData("arg.book:", "says no value")]
    [InlineData("resource:42", "as in resource:TaskPlan:42")]
    [InlineData("resource:TaskPlan:", "as in resource:TaskPlan:42")]
    [InlineData("duration:10m", "duration:>10m")]
    [InlineData("duration:>soon", "10m, 90s and 1h are")]
    [InlineData("duration:>-1", "10m, 90s and 1h are")]
    [InlineData("created:soon", "needs a time")]
    [InlineData("created:>24h", "needs a time")]
    [InlineData("created:2026-11-02..2026-11-01", "ends before it begins")]
    [InlineData("created:now-999999d", "needs a time")]
    [InlineData("attempt:0", "attempt:2")]
    [InlineData("error:\"time", "nothing closes")]
    public void What_is_not_understood_is_said(string text, string why)
    {
        var search = RunSearch.Parse($"state:active {text}", Now);
        Assert.Single(search.Terms);
        var mistake = Assert.Single(search.Mistakes);
        Assert.Equal(text, mistake.Term);
        Assert.Contains(why, mistake.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chip_takes_its_own_term_away()
    {
        var search = RunSearch.Parse("  state:failed  state:failed error:\"a b\" x", Now);
        Assert.Equal("state:failed error:\"a b\" x", search.Without(search.Terms[1]));
        Assert.Equal("state:failed  state:failed x", search.Without(search.Terms[2]));
        Assert.Equal("state:failed  state:failed error:\"a b\"", search.Without(search.Terms[3]));
    }

    [Fact]
    public void A_facet_takes_the_place_of_terms_about_the_same()
    {
        var search = RunSearch.Parse("state:failed is:killed job:a/b", Now);
        Assert.Equal("job:a/b state:queued", search.With("state", "queued"));
        Assert.Equal("state:failed is:killed job:c/d", search.With("job", "c/d"));
    }

    [Theory]
    [InlineData("arg.name", "plain")]
    [InlineData("arg.my name", "with, comma")]
    [InlineData("label.a:b", "quote\" and \\ and blank ")]
    public void What_is_put_together_is_read_back(string field, string value)
    {
        var search = RunSearch.Parse(RunSearch.Term(field, value), Now);
        Assert.Equal($"{field[(field.IndexOf('.', StringComparison.Ordinal) + 1)..]}:{value}", Assert.Single(search.Filters).Value);
    }

    [Theory]
    [InlineData("timeout after 3012 ms", "timeout after ‹n› ms")]
    [InlineData("\n  deadlock detected\n  at Orders.Import(row 7)", "deadlock detected")]
    [InlineData("user 'ada' not found", "user ‹text› not found")]
    [InlineData("can't reach 10.0.4.17:5432, won't retry", "can't reach ‹n›, won't retry")]
    [InlineData("order 3f2504e0-4f89-41d3-9a0c-0305e82c3301 is gone", "order ‹id› is gone")]
    [InlineData("at 0x7ffe12 in deadbeef01 of facade", "at ‹id› in ‹id› of facade")]
    [InlineData("   ", "no text")]
    public void Errors_that_differ_in_numbers_ids_and_quotes_are_the_same(string error, string fingerprint) =>
        Assert.Equal(fingerprint, ErrorFingerprint.Of(error));

    [Theory]
    [InlineData("\"disk full\"", "disk full")]
    [InlineData("""{"class": "UniqueViolation", "message": "key 17 is there"}""", "UniqueViolation: key ‹n› is there")]
    [InlineData("""{"status": 500}""", "{‹text›: ‹n›}")]
    [InlineData("[1]", "[‹n›]")]
    public void An_error_of_any_json_has_a_text(string json, string fingerprint)
    {
        using var error = System.Text.Json.JsonDocument.Parse(json);
        Assert.Equal(fingerprint, ErrorFingerprint.Of(error.RootElement));
    }

    [Theory]
    [InlineData("timeout after ‹n› ms", "timeout after")]
    [InlineData("UniqueViolation: duplicate key ‹text›", "UniqueViolation")]
    [InlineData("‹n›", null)]
    public void A_fingerprint_is_searched_for_by_its_longest_part(string fingerprint, string? part) =>
        Assert.Equal(part, ErrorFingerprint.LongestPart(fingerprint));
}
