namespace Vigilant.Server.Postgres;

static partial class PostgresLog
{
    [LoggerMessage(1101, LogLevel.Information, "Made a new private database in {Cluster}")]
    public static partial void ClusterMade(this ILogger log, string cluster);

    [LoggerMessage(1102, LogLevel.Information, "The private database in {Cluster} started in {Milliseconds:F0} ms")]
    public static partial void Started(this ILogger log, string cluster, double milliseconds);

    [LoggerMessage(1103, LogLevel.Information, "Took over the private database that still ran (process {Pid}) in {Cluster}")]
    public static partial void Adopted(this ILogger log, int pid, string cluster);

    [LoggerMessage(1104, LogLevel.Error, "The private database in {Cluster} has ended; starting it again")]
    public static partial void PostgresEnded(this ILogger log, string cluster);

    [LoggerMessage(1105, LogLevel.Error, "{Why} Next try in {Rest}")]
    public static partial void RestartFailed(this ILogger log, string why, TimeSpan rest);

    [LoggerMessage(1106, LogLevel.Error, "Only {Free} MB are free in {Home}, below the limit of {Limit} MB: nothing new is accepted until there is room")]
    public static partial void StorageFull(this ILogger log, string home, long free, int limit);

    [LoggerMessage(1107, LogLevel.Information, "There is room again in {Home}: {Free} MB are free")]
    public static partial void StorageHasRoom(this ILogger log, string home, long free);

    [LoggerMessage(1108, LogLevel.Warning, "Gave up {Ballast} so that the database can recover on a full disk")]
    public static partial void BallastGivenUp(this ILogger log, string ballast);

    [LoggerMessage(1109, LogLevel.Warning, "The database cannot be reached yet ({Why}); trying again for another {Left:F0} s")]
    public static partial void DatabaseAway(this ILogger log, string why, double left);
}
