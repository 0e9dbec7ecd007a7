using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Npgsql;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs;

namespace Vigilant.Server.Tests.Alerts;

public sealed class MessageContentTests : AlertsTest
{
    static readonly JsonSerializerOptions Indented = Options();

    [Fact]
    public async Task A_message_holds_all_that_is_needed_to_act()
    {
        await AddChannelAsync("mail");
        var job = await AddJobAsync(
            "back<b>up</b>",
            "labels = '{\"team\": \"<script>\"}', description = 'Keeps \"it\" & us safe', runbook_url = 'https://wiki.example/backup'");
        await AddRunAsync(job, RunState.Succeeded, -10, -9, 0);
        await AddRunAsync(job, RunState.Failed, -5, -4, 127);
        await AddRunAsync(job, RunState.Started, -1, null, null);
        var signal = await AddSignalAsync(job, SignalKind.Failed, 127, [.. "sh: b\0ackup:\u001b[31m not found\n"u8, 0xFF, 0xFE, .. " é"u8]);
        await VerdictAsync(job, Colour.Red, Problem.Failed, "failed with exit status 127", signal: signal);

        await EvaluateAsync();

        await EqualsGoldenAsync("alert.firing.json", job);

        Clock.Advance(TimeSpan.FromMinutes(32));
        await AddSignalAsync(job, SignalKind.Succeeded, null, []);
        await WellAsync(job);
        await EvaluateAsync();
        await EqualsGoldenAsync("alert.resolved.json", job);
    }

    [Fact]
    public async Task A_job_that_never_spoke_says_so()
    {
        await AddChannelAsync("mail");
        await MissedAsync(await AddJobAsync());
        await EvaluateAsync();
        var data = (await MessageAsync("firing")).Data;
        Assert.Equal("No signal has ever come.", data.Came);
        Assert.Equal("A success by 2026-11-21 06:00:00 UTC. Schedule: Every 5 minutes, with 1 minute of grace.", data.Expected);
        Assert.Equal("", data.OutputTail);
        Assert.Empty(data.LastRuns);
    }

    [Fact]
    public async Task Only_the_end_of_a_long_output_and_the_last_ten_runs_are_told()
    {
        await AddChannelAsync("mail");
        var job = await AddJobAsync(columns: "schedule = null");
        for (var run = 0; run < 12; run++)
        {
            await AddRunAsync(job, RunState.Failed, -60 + run, -59 + run, run);
        }

        await AddSignalAsync(job, SignalKind.Failed, 1, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("é😀", 30_000)) + "end"));
        await VerdictAsync(job, Colour.Red, Problem.Failed, "failed");
        await EvaluateAsync();

        var data = (await MessageAsync("firing")).Data;
        Assert.InRange(data.OutputTail.Length, 1999, 2000);
        Assert.EndsWith("é😀end", data.OutputTail);
        Assert.DoesNotContain('\uFFFD', data.OutputTail);
        Assert.Equal([11, 10, 9, 8, 7, 6, 5, 4, 3, 2], data.LastRuns.Select(run => run.ExitStatus!.Value));
        Assert.Equal("A run that succeeds. It runs on demand.", data.Expected);
    }

    async Task<AlertMessage> MessageAsync(string name) =>
        JsonSerializer.Deserialize(
            (await OneAsync($"select content::text from notification where event = '{name}'"))!, VigilantJson.Default.AlertMessage)!;

    async Task EqualsGoldenAsync(string file, Guid job)
    {
        var message = await MessageAsync(file.Split('.')[1]);
        var json = JsonSerializer.Serialize(message, Indented)
            .Replace(message.Data.Alert.Id.ToString(), "{alert}", StringComparison.Ordinal)
            .Replace(job.ToString(), "{job}", StringComparison.Ordinal);
        Assert.Equal((await File.ReadAllTextAsync(Golden(file), TestContext.Current.CancellationToken)).TrimEnd(), json);
    }

    async Task AddRunAsync(Guid job, RunState state, int startedMinute, int? endedMinute, int? exitStatus)
    {
        await using var command = Database.Source.CreateCommand("""
            insert into run (id, project_id, job_id, state, started_at, ended_at, exit_status)
            values (@id, @project, @job, @state, @started, @ended, @exit_status)
            """);
        command.Parameters.AddWithValue("id", Guid.CreateVersion7(Six.AddMinutes(startedMinute)));
        command.Parameters.AddWithValue("project", Project);
        command.Parameters.AddWithValue("job", job);
        command.Parameters.AddWithValue("state", (short)state);
        command.Parameters.AddWithValue("started", Six.AddMinutes(startedMinute));
        command.Parameters.AddWithValue("ended", endedMinute is { } minute ? Six.AddMinutes(minute) : DBNull.Value);
        command.Parameters.AddWithValue("exit_status", exitStatus is { } status ? (short)status : DBNull.Value);
        await command.ExecuteNonQueryAsync();
    }

    async Task<Guid> AddSignalAsync(Guid job, SignalKind kind, int? exitStatus, byte[] body)
    {
        var id = Guid.CreateVersion7(Clock.GetUtcNow());
        await using var command = Database.Source.CreateCommand("""
            insert into other_signal (id, project_id, job_id, kind, received_at, exit_status, body_size, body)
            values (@id, @project, @job, @kind, @at, @exit_status, @size, @body)
            """);
        command.Parameters.AddWithValue("id", id);
        command.Parameters.AddWithValue("project", Project);
        command.Parameters.AddWithValue("job", job);
        command.Parameters.AddWithValue("kind", (short)kind);
        command.Parameters.AddWithValue("at", Clock.GetUtcNow());
        command.Parameters.AddWithValue("exit_status", exitStatus is { } status ? (short)status : DBNull.Value);
        command.Parameters.AddWithValue("size", body.Length);
        command.Parameters.AddWithValue("body", body);
        await command.ExecuteNonQueryAsync();
        return id;
    }

    static string Golden(string file, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Golden", file);

    static JsonSerializerOptions Options()
    {
        var options = new JsonSerializerOptions { WriteIndented = true };
        VigilantJson.Configure(options);
        return options;
    }
}
