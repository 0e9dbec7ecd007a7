using System.Diagnostics;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Jobs;

/// <summary>What a job is that was pinged before anybody described it.</summary>
static class PingedJob
{
    const string Service = "default";

    /// <param name="slug">A slug that holds the rules of slugs.</param>
    /// <param name="attempt">From 1; from 2 on the name is numbered, because a job of another slug may have it.</param>
    public static JobDefinition Define(string slug, int attempt)
    {
        var draft = new JobDraft
        {
            Service = Service,
            Name = attempt == 1 ? slug : $"{(slug.Length > 90 ? slug[..90] : slug)} {attempt}",
            Schedule = "every 1d",
            GraceSeconds = 3600,
            Slug = slug,
        };
        return JobRules.Check(draft) is JobCheck.Accepted accepted
            ? accepted.Definition
            : throw new UnreachableException($"'{slug}' is no slug; the caller checks that.");
    }
}
