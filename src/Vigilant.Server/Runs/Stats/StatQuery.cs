using Vigilant.Domain.Jobs;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Stats;

/// <summary>What is asked: which runs, and by what they are put into groups.</summary>
sealed record StatQuery(RunFilter Filter, string? GroupBy)
{
    const string Group = "group_by";
    static readonly string[] Groups = ["job", "service", "environment", "state", "hour", "day"];

    public Grain? Grain => GroupBy switch
    {
        "hour" => Stats.Grain.Hour,
        "day" => Stats.Grain.Day,
        _ => null,
    };

    public bool IsByJob => GroupBy is "job" or "service" or "environment";

    public static StatQuery Read(IQueryCollection query, FieldErrors errors)
    {
        var filters = new QueryCollection(query.Where(one => one.Key != Group).ToDictionary());
        var filter = RunFilterReader.Read(filters, errors);
        var group = (string?)query[Group];
        if (group is not null && !Groups.Contains(group))
        {
            errors.Add(Group, $"is one of {string.Join(", ", Groups)}");
        }

        return new StatQuery(filter, group);
    }
}
