namespace Vigilant.Domain.Jobs;

/// <summary>What may be expected of single runs.</summary>
static class RunLimitRules
{
    public static void Check(JobDraft draft, FieldErrors errors)
    {
        JobRules.CheckRange("max_wait_seconds", draft.MaxWaitSeconds, 1, errors);
        JobRules.CheckRange("progress_seconds", draft.ProgressSeconds, 1, errors);
        JobRules.CheckRange("min_runtime_seconds", draft.MinRuntimeSeconds, 1, errors);
        if (draft is { MinRuntimeSeconds: { } least, MaxRuntimeSeconds: { } most } && least >= most && !errors.Has("min_runtime_seconds"))
        {
            errors.Add("min_runtime_seconds", $"must be less than max_runtime_seconds, which is {most}, was {least}");
        }

        if (draft.PartialTolerance is not null && ReadTolerance(draft) is null)
        {
            errors.Add("partial_tolerance", "must be a number of items, as in \"10\", or a part of them from 0 to 100 per cent, as in \"2.5%\"");
        }
    }

    public static PartialTolerance? ReadTolerance(JobDraft draft) =>
        draft.PartialTolerance is { } text ? PartialTolerance.Parse(text) : null;
}
