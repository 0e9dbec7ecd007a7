using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Jobs;

/// <summary>Forgets what slugs stood for once another node has changed it: a ping must not count for the wrong job for long.</summary>
sealed class FollowSlugChanges(NpgsqlDataSource database, SlugDirectory slugs) : IPass
{
    static readonly string Version = Sql.Of<FollowSlugChanges>("slugs_version.sql");
    static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    long _seen;

    public string Name => "follow slug changes";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        await using var command = database.CreateCommand(Version);
        if (await command.ExecuteScalarAsync(stopping) is not long version || version == _seen)
        {
            return new PassResult(0, Rest);
        }

        slugs.ForgetAll();
        _seen = version;
        return new PassResult(1, Rest);
    }
}
