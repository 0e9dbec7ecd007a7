using Npgsql;
using Vigilant.Domain.Alerts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Alerts;

/// <summary>The verdicts that Runs wrote and nobody has looked at yet, claimed by job.</summary>
static class VerdictInbox
{
    static readonly string MakeSubjects = Sql.Of<AlertRow>("make_subjects.sql");
    static readonly string ClaimNext = Sql.Of<AlertRow>("claim_next.sql");
    static readonly string ClaimThese = Sql.Of<AlertRow>("claim_these.sql");
    static readonly string Take = Sql.Of<AlertRow>("take_verdicts.sql");
    static readonly string Delete = Sql.Of<AlertRow>("delete_verdicts.sql");
    static readonly string Unpark = Sql.Of<AlertRow>("unpark.sql");
    static readonly string ParkJob = Sql.Of<AlertRow>("park.sql");

    /// <summary>Makes what is locked. On its own, before a claim: two nodes that make the same row wait for each other.</summary>
    public static Task<int> MakeSubjectsAsync(NpgsqlConnection connection, int batch, CancellationToken stopping) =>
        new Statement(connection, MakeSubjects).With("batch", batch).ExecuteAsync(stopping);

    /// <summary>Locks the jobs of the oldest verdicts that no other node holds.</summary>
    public static async Task<Guid[]> ClaimNextAsync(
        NpgsqlConnection connection, int batch, DateTimeOffset now, CancellationToken stopping) =>
        [.. (await new Statement(connection, ClaimNext).With("batch", batch).With("now", now)
            .ReadAsync(row => row.GetGuid(0), stopping)).Distinct()];

    public static async Task<Guid[]> ClaimTheseAsync(NpgsqlConnection connection, Guid[] jobs, CancellationToken stopping) =>
        [.. await new Statement(connection, ClaimThese).With("jobs", jobs).ReadAsync(row => row.GetGuid(0), stopping)];

    public static Task<List<PendingVerdict>> TakeAsync(NpgsqlConnection connection, Guid[] jobs, CancellationToken stopping) =>
        new Statement(connection, Take).With("jobs", jobs).With("failed", (short)Problem.Failed).ReadAsync(Map, stopping);

    public static Task<int> DeleteAsync(NpgsqlConnection connection, long[] verdicts, CancellationToken stopping) =>
        new Statement(connection, Delete).With("verdicts", verdicts).ExecuteAsync(stopping);

    /// <summary>What had been parked was evaluated after all.</summary>
    public static Task<int> UnparkAsync(NpgsqlConnection connection, Guid[] jobs, CancellationToken stopping) =>
        new Statement(connection, Unpark).With("jobs", jobs).ExecuteAsync(stopping);

    /// <summary>Leaves a job's verdicts alone for a while, longer each time.</summary>
    public static Task<int> ParkAsync(
        NpgsqlConnection connection, Guid job, string why, DateTimeOffset now, CancellationToken stopping) =>
        new Statement(connection, ParkJob).With("job", job).With("why", why).With("now", now).ExecuteAsync(stopping);

    static PendingVerdict Map(NpgsqlDataReader row) => new(
        row.Get<long>("id"),
        row.Get<Guid>("job_id"),
        row.Id("run_id"),
        row.Id("signal_id"),
        new Verdict
        {
            At = row.Get<DateTimeOffset>("at"),
            Colour = (Colour)row.Get<short>("colour"),
            Problem = (Problem)row.Get<short>("problem"),
            Reason = row.Get<string>("reason"),
            MissedCount = row.Get<int>("missed_count"),
            ExitStatus = row.Small("exit_status"),
            Unconfirmed = row.Get<bool>("unconfirmed"),
        });
}
