using Vigilant.Contracts;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Jobs;

static class JobDrafts
{
    public static JobDraft Of(JobAddress address, JobSettings settings) => new()
    {
        Service = address.Service,
        Name = address.Job,
        Environment = settings.Environment ?? address.Environment,
        Schedule = settings.Schedule,
        Timezone = settings.Timezone,
        GraceSeconds = settings.GraceSeconds,
        EarlySeconds = settings.EarlySeconds,
        MaxRuntimeSeconds = settings.MaxRuntimeSeconds,
        HeartbeatSeconds = settings.HeartbeatSeconds,
        MaxWaitSeconds = settings.MaxWaitSeconds,
        ProgressSeconds = settings.ProgressSeconds,
        MinRuntimeSeconds = settings.MinRuntimeSeconds,
        PartialTolerance = settings.PartialTolerance,
        Severity = settings.Severity,
        Labels = settings.Labels,
        Description = settings.Description,
        RunbookUrl = settings.RunbookUrl,
        Enabled = settings.Enabled,
        Channels = settings.Channels,
        Tracking = settings.Tracking,
        Retention = settings.Retention,
        Slug = settings.Slug,
    };
}
