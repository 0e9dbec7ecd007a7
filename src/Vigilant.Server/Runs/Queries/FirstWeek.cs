using System.Globalization;
using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Queries;

/// <summary>From when on runs that have ended are kept; asked for once a minute.</summary>
sealed class FirstWeek(NpgsqlDataSource database, NodeClock clock)
{
    static readonly TimeSpan Remembered = TimeSpan.FromMinutes(1);
    static readonly string Ask = Sql.Of<FirstWeek>("first_week.sql");

    volatile Known? _known;

    public async Task<DateTimeOffset> FirstAsync(CancellationToken stopping)
    {
        var known = _known;
        if (known is null || clock.Now - known.At > Remembered)
        {
            await using var command = database.CreateCommand(Ask);
            var day = await command.ExecuteScalarAsync(stopping) as string;
            _known = known = new Known(clock.Now, day is null
                ? clock.Now
                : DateTimeOffset.ParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
        }

        return known.Monday;
    }

    sealed record Known(DateTimeOffset At, DateTimeOffset Monday);
}
