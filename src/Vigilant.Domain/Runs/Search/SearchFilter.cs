namespace Vigilant.Domain.Runs.Search;

/// <summary>A filter by its name and value. But for the two here, the names are those of <c>GET /v1/runs</c>.</summary>
public readonly record struct SearchFilter(string Name, string Value)
{
    /// <summary>A job's name with stars, with or without its service: <c>billing/Import*</c>.</summary>
    public const string JobLike = "job_like";

    /// <summary>A part of <c>service/name</c>.</summary>
    public const string Word = "word";
}
