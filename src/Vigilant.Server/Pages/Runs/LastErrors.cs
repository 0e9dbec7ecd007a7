using System.Text.Json;
using Npgsql;
using Vigilant.Contracts;
using Vigilant.Domain.Runs;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Pages.Runs;

/// <summary>What went wrong last in runs that a list shows; the list itself carries no errors.</summary>
sealed class LastErrors(NpgsqlDataSource database)
{
    static readonly string Errors = Sql.Of<LastErrors>("last_errors.sql");

    /// <summary>The texts of those that have one, by the id of the run.</summary>
    public async Task<Dictionary<Guid, string>> OfAsync(Guid project, IEnumerable<Run> runs, CancellationToken stopping)
    {
        var ids = runs.Where(run => run.State is "failed" or "timed_out" or "killed").Select(run => run.Id).ToArray();
        if (ids.Length == 0)
        {
            return [];
        }

        await using var command = database.CreateCommand(Errors);
        command.Parameters.AddWithValue("project", project);
        command.Parameters.AddWithValue("ids", ids);
        command.Parameters.AddWithValue("least", ids.MinBy(Order));
        command.Parameters.AddWithValue("most", ids.MaxBy(Order));
        var found = await command.ReadAllAsync(row => (Id: row.GetGuid(0), Text: row.GetString(1)), stopping);
        return found.ToDictionary(one => one.Id, one => Text(one.Text));
    }

    // As PostgreSQL compares them.
    static string Order(Guid id) => id.ToString();

    static string Text(string error)
    {
        if (!error.StartsWith('{'))
        {
            return error;
        }

        try
        {
            using var json = JsonDocument.Parse(error);
            return ErrorFingerprint.TextOf(json.RootElement);
        }
        catch (JsonException)
        {
            return error;
        }
    }
}
