using Microsoft.Extensions.Primitives;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Jobs;
using Vigilant.Domain.Runs.Search;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Pages.Runs;

/// <summary>A search as the filter that <c>GET /v1/runs</c> would have.</summary>
/// <param name="Filter">Null: the search has mistakes.</param>
/// <param name="Query">As the query of an address.</param>
sealed record RunSearchFilter(RunFilter? Filter, IReadOnlyList<SearchMistake> Mistakes, string Query)
{
    /// <summary>The name of no job: where none is meant, a filter without one would mean all.</summary>
    const string NoJob = "*/*";

    public static RunSearchFilter Of(RunSearch search, RunView view, IReadOnlyList<string>? jobs)
    {
        var mistakes = search.Mistakes.ToList();
        if (jobs is { Count: > JobNames.Most })
        {
            mistakes.Add(new("job", $"means more than {JobNames.Most} jobs; say more of their names"));
        }

        var filters = search.Filters.Where(filter => filter.Name is not (SearchFilter.JobLike or SearchFilter.Word));
        if (jobs is not null)
        {
            var named = jobs.Count == 0 ? [NoJob] : jobs;
            filters = filters.Where(filter => filter.Name != "job").Concat(named.Select(job => new SearchFilter("job", job)));
        }

        var values = filters.GroupBy(filter => filter.Name).ToDictionary(
            group => group.Key, group => new StringValues([.. group.Select(filter => filter.Value)]));
        if (view.OldestFirst)
        {
            values["order"] = "oldest";
        }

        var errors = new FieldErrors();
        var filter = RunFilterReader.Read(new QueryCollection(values), errors);
        mistakes.AddRange(errors.ToDictionary().Select(error => new SearchMistake(error.Key, error.Value[0])));
        var query = QueryString.Create(values).ToUriComponent();
        return new(mistakes.Count > 0 ? null : filter, mistakes, query);
    }
}
