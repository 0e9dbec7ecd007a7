using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Detection;

/// <summary>
/// Finds the jobs with a deadline behind the water line and asks the writer to judge them: the writer folds what was received
/// before first, so a signal that is on its way to the disk counts as received.
/// </summary>
sealed class JudgeDeadlines(NpgsqlDataSource database, ISignalIntake intake, WaterLine water) : IPass
{
    const int Most = 4000;
    static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(200);
    static readonly string Due = Sql.Of<JudgeDeadlines>("due_jobs.sql");

    public string Name => "judge deadlines";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        if (water.Now is not { } at)
        {
            return new PassResult(0, Rest);
        }

        var jobs = await FindDueAsync(at.Line, stopping);
        var answers = await Task.WhenAll(jobs.Select(job => intake.HandAsync(
            new DeadlineLook { JobId = job, Line = at.Line, Confirmed = at.Confirmed })));
        var more = jobs.Count == Most && answers.All(answer => answer != Answer.Unavailable);
        return new PassResult(jobs.Count, more ? TimeSpan.Zero : Rest);
    }

    async Task<List<Guid>> FindDueAsync(DateTimeOffset line, CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Due);
        command.Parameters.AddWithValue("line", line);
        command.Parameters.AddWithValue("most", Most);
        await using var row = await command.ExecuteReaderAsync(stopping);
        var jobs = new List<Guid>();
        while (await row.ReadAsync(stopping))
        {
            jobs.Add(row.GetGuid(0));
        }

        return jobs;
    }
}
