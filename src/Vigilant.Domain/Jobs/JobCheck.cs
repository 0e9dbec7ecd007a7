namespace Vigilant.Domain.Jobs;

/// <summary>What became of a draft.</summary>
public abstract record JobCheck
{
    JobCheck()
    {
    }

    /// <summary>It can be a job.</summary>
    public sealed record Accepted(JobDefinition Definition) : JobCheck;

    /// <summary>It cannot, and all that is wrong is said at once, by field.</summary>
    public sealed record Refused(FieldErrors Errors) : JobCheck;
}
