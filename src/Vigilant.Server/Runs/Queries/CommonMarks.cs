using Npgsql;
using NpgsqlTypes;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Queries;

/// <summary>How common marks are, as PostgreSQL's statistics have it: asked for once a minute.</summary>
sealed class CommonMarks(NpgsqlDataSource database, NodeClock clock)
{
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);
    static readonly string Ask = Sql.Of<CommonMarks>("common_marks.sql");
    static readonly string Number = Sql.Of<CommonMarks>("mark_numbers.sql");

    volatile Known? _known;

    /// <summary>How large a part of all runs has the rarest of these marks; 0 where it is too rare to be told.</summary>
    public async Task<double> PartOfAsync(IReadOnlyCollection<string> marks, CancellationToken stopping)
    {
        var known = _known;
        if (known is null || clock.Now - known.At > Kept)
        {
            _known = known = new Known(clock.Now, await ReadAsync(stopping));
        }

        if (marks.Count == 0 || known.Parts.Count == 0)
        {
            return 0;
        }

        await using var command = database.CreateCommand(Number);
        command.Parameters.AddWithValue("marks", NpgsqlDbType.Array | NpgsqlDbType.Text, marks.ToArray());
        var numbers = await command.ReadAllAsync(row => row.GetInt32(0), stopping);
        return numbers.Min(number => known.Parts.GetValueOrDefault(number));
    }

    async Task<Dictionary<int, double>> ReadAsync(CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Ask);
        return (await command.ReadAllAsync(row => (row.GetInt32(0), row.GetDouble(1)), stopping)).ToDictionary();
    }

    sealed record Known(DateTimeOffset At, Dictionary<int, double> Parts);
}
