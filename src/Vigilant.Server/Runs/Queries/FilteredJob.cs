namespace Vigilant.Server.Runs.Queries;

/// <summary>A job by the names that its runs are put into groups by.</summary>
sealed record FilteredJob(Guid Id, string Service, string Name, string Environment)
{
    public string Key(string groupBy) => groupBy switch
    {
        "service" => Service,
        "environment" => Environment,
        _ => $"{Service}/{Name}",
    };
}
