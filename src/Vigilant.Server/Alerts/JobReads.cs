using Npgsql;
using Vigilant.Domain.Alerts;
using Vigilant.Domain.Runs;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>What a message needs of jobs, their signals and their runs, for many jobs at once.</summary>
static class JobReads
{
    static readonly string Jobs = Sql.Of<AlertRow>("jobs_of.sql");
    static readonly string LastSignals = Sql.Of<AlertRow>("last_signals_of.sql");
    static readonly string LastRuns = Sql.Of<AlertRow>("last_runs_of.sql");

    public static async Task<Dictionary<Guid, JobFacts>> JobsAsync(
        NpgsqlConnection connection, Guid[] jobs, CancellationToken stopping) =>
        (await new Statement(connection, Jobs).With("jobs", jobs).ReadAsync(Job, stopping)).ToDictionary(job => job.Id);

    public static async Task<Dictionary<Guid, SignalFacts>> LastSignalsAsync(
        NpgsqlConnection connection, Guid[] jobs, CancellationToken stopping) =>
        (await new Statement(connection, LastSignals).With("jobs", jobs).With("tail", OutputTail.Bytes).ReadAsync(Signal, stopping))
            .ToDictionary(signal => signal.JobId);

    public static async Task<ILookup<Guid, RunFacts>> LastRunsAsync(
        NpgsqlConnection connection, Guid[] jobs, CancellationToken stopping) =>
        (await new Statement(connection, LastRuns).With("jobs", jobs).ReadAsync(Run, stopping)).ToLookup(run => run.JobId);

    static JobFacts Job(NpgsqlDataReader row) => new()
    {
        Id = row.Get<Guid>("id"),
        ProjectId = row.Get<Guid>("project_id"),
        Environment = row.Get<string>("environment"),
        Service = row.Get<string>("service"),
        Name = row.Get<string>("name"),
        Schedule = row.Text("schedule"),
        Timezone = row.Get<string>("timezone"),
        GraceSeconds = row.Get<int>("grace_seconds"),
        MaxRuntimeSeconds = row.Number("max_runtime_seconds"),
        HeartbeatSeconds = row.Number("heartbeat_seconds"),
        MaxWaitSeconds = row.Number("max_wait_seconds"),
        ProgressSeconds = row.Number("progress_seconds"),
        MinRuntimeSeconds = row.Number("min_runtime_seconds"),
        PartialTolerance = row.Text("partial_tolerance"),
        Severity = Enum.Parse<Severity>(row.Get<string>("severity"), ignoreCase: true),
        Labels = row.Get<string>("labels"),
        Description = row.Get<string>("description"),
        RunbookUrl = row.Text("runbook_url"),
    };

    static SignalFacts Signal(NpgsqlDataReader row) => new(
        row.Get<Guid>("job_id"),
        (SignalKind)row.Get<short>("kind"),
        row.Get<DateTimeOffset>("received_at"),
        row.Small("exit_status"),
        row.IsDBNull(row.GetOrdinal("tail")) ? [] : row.Get<byte[]>("tail"));

    static RunFacts Run(NpgsqlDataReader row) => new(
        row.Get<Guid>("job_id"),
        (RunState)row.Get<short>("state"),
        row.Time("started_at"),
        row.Time("ended_at"),
        row.Small("exit_status"));
}
