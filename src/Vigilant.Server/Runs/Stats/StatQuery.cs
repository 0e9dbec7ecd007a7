using Vigilant.Domain.Jobs;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Stats;

/// <summary>What is asked: which runs, and by what they are put into groups.</summary>
sealed record StatQuery(RunFilter Filter, string? GroupBy)
{
    const string Group = "group_by";
    static readonly string[] Counted = ["job", "service", "environment", "state", "hour", "day"];
    static readonly string[] OfRows = ["error", "resource", "host"];

    public Grain? Grain => GroupBy switch
    {
        "hour" => Stats.Grain.Hour,
        "day" => Stats.Grain.Day,
        _ => null,
    };

    /// <summary>What is asked was not counted: the runs themselves are looked at.</summary>
    public bool NeedsRows => Filter.NeedsRows || OfRows.Contains(GroupBy);

    public bool IsByJob => GroupBy is "job" or "service" or "environment";

    public static StatQuery Read(IQueryCollection query, FieldErrors errors)
    {
        var filters = new QueryCollection(query.Where(one => one.Key != Group).ToDictionary());
        var filter = RunFilterReader.Read(filters, errors);
        var group = (string?)query[Group];
        if (group is not null && !Counted.Concat(OfRows).Contains(group))
        {
            errors.Add(Group, $"is one of {string.Join(", ", Counted.Concat(OfRows))}");
        }

        return new StatQuery(filter, group);
    }
}
