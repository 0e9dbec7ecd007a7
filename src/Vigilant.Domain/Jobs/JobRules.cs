using Vigilant.Domain.Alerts;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Schedules;
using static Vigilant.Domain.Jobs.JobCheck;

namespace Vigilant.Domain.Jobs;

/// <summary>What a job may be, and what it is where nothing is said.</summary>
public static class JobRules
{
    /// <summary>The environment of a job that names none.</summary>
    public const string DefaultEnvironment = "production";

    /// <summary>A year, in seconds.</summary>
    public const int LongestSeconds = 365 * 24 * 60 * 60;

    const int LongestDescription = 4000;
    const int LongestAddress = 2000;
    const int MostChannels = 64;

    /// <summary>Checks all of it, and fills in the defaults when nothing is wrong.</summary>
    public static JobCheck Check(JobDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var errors = new FieldErrors();
        CheckNames(draft, errors);
        CheckSeconds(draft, errors);
        CheckTexts(draft, errors);
        var severity = ReadSeverity(draft.Severity, errors);
        var schedule = ReadSchedule(draft, errors);
        errors.AddIf("tracking", draft.Tracking is null || TrackingRule.Parse(draft.Tracking) is not null
            ? null
            : $"must be full, failures or none, was '{Excerpt(draft.Tracking)}'");
        RetentionRule.Check("retention", draft.Retention, errors);
        return errors.None ? new Accepted(Define(draft, severity, schedule)) : new Refused(errors);
    }

    static void CheckNames(JobDraft draft, FieldErrors errors)
    {
        errors.AddIf("service", JobNames.Refuse(draft.Service));
        errors.AddIf("job", JobNames.Refuse(draft.Name));
        errors.AddIf("environment", draft.Environment is null ? null : JobNames.Refuse(draft.Environment));
        errors.AddIf("slug", draft.Slug is null ? null : Slugs.Refuse(draft.Slug));
        LabelRules.Check(draft.Labels, errors);
    }

    static void CheckSeconds(JobDraft draft, FieldErrors errors)
    {
        CheckRange("grace_seconds", draft.GraceSeconds, 0, errors);
        CheckRange("early_seconds", draft.EarlySeconds, 0, errors);
        CheckRange("max_runtime_seconds", draft.MaxRuntimeSeconds, 1, errors);
        CheckRange("heartbeat_seconds", draft.HeartbeatSeconds, 1, errors);
        RunLimitRules.Check(draft, errors);
    }

    internal static void CheckRange(string field, int? value, int least, FieldErrors errors)
    {
        if (value is { } seconds && (seconds < least || seconds > LongestSeconds))
        {
            errors.Add(field, $"must be from {least} to {LongestSeconds} (a year), was {seconds}");
        }
    }

    static void CheckTexts(JobDraft draft, FieldErrors errors)
    {
        if (draft.Description is { } description
            && (description.Length > LongestDescription || !JobNames.IsPrintable(description, withLineBreaks: true)))
        {
            errors.Add("description", $"must be at most {LongestDescription} printable characters, had {description.Length}");
        }

        if (draft.RunbookUrl is { } runbook && !IsWebAddress(runbook))
        {
            errors.Add("runbook_url", $"must be an absolute http or https address of at most {LongestAddress} characters");
        }

        if (draft.Channels is { Count: > MostChannels } channels)
        {
            errors.Add("channels", $"must be at most {MostChannels}, were {channels.Count}");
        }
        else if (draft.Channels?.Any(channel => channel is null || !JobNames.IsPrintable(channel)) == true)
        {
            errors.Add("channels", "must be names or ids of channels, one is not");
        }
    }

    static bool IsWebAddress(string text) =>
        text.Length <= LongestAddress
        && JobNames.IsPrintable(text)
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    static Severity ReadSeverity(string? word, FieldErrors errors)
    {
        switch (word)
        {
            case null or "critical":
                return Severity.Critical;
            case "info":
                return Severity.Info;
            case "warning":
                return Severity.Warning;
            case "fatal":
                return Severity.Fatal;
            default:
                errors.Add("severity", $"must be info, warning, critical or fatal, was '{Excerpt(word)}'");
                return default;
        }
    }

    static Schedule? ReadSchedule(JobDraft draft, FieldErrors errors)
    {
        // The zone is looked at also when there is no cron to use it, so that both mistakes are said at once.
        if (ScheduleParser.Parse("every 1d", draft.Timezone) is ScheduleParse.Refused zone)
        {
            errors.Add(zone.Field, zone.Why);
        }

        if (draft.Schedule is null)
        {
            return null;
        }

        switch (ScheduleParser.Parse(draft.Schedule, errors.Has("timezone") ? null : draft.Timezone))
        {
            case ScheduleParse.Parsed parsed:
                return parsed.Schedule;
            case ScheduleParse.Refused refused:
                errors.Add(refused.Field, refused.Position is { } at ? $"{refused.Why} (character {at})" : refused.Why);
                return null;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    static JobDefinition Define(JobDraft draft, Severity severity, Schedule? schedule) => new()
    {
        Service = draft.Service,
        Name = draft.Name,
        Environment = draft.Environment ?? DefaultEnvironment,
        Slug = draft.Slug ?? Slugs.Of(draft.Service, draft.Name),
        Schedule = schedule is null ? null : draft.Schedule!.Trim(),
        Timezone = string.IsNullOrWhiteSpace(draft.Timezone) ? "UTC" : draft.Timezone.Trim(),
        GraceSeconds = draft.GraceSeconds ?? GraceRule.Default(schedule),
        EarlySeconds = draft.EarlySeconds ?? 0,
        MaxRuntimeSeconds = draft.MaxRuntimeSeconds,
        HeartbeatSeconds = draft.HeartbeatSeconds,
        MaxWaitSeconds = draft.MaxWaitSeconds,
        ProgressSeconds = draft.ProgressSeconds,
        MinRuntimeSeconds = draft.MinRuntimeSeconds,
        PartialTolerance = RunLimitRules.ReadTolerance(draft),
        Severity = severity,
        Labels = draft.Labels ?? new Dictionary<string, string>(),
        Description = draft.Description ?? "",
        RunbookUrl = draft.RunbookUrl,
        Enabled = draft.Enabled ?? true,
        Channels = draft.Channels?.Select(InOneForm).ToArray(),
        Tracking = TrackingRule.Parse(draft.Tracking) ?? Tracking.Full,
        Retention = draft.Retention is { Count: > 0 } ? draft.Retention : null,
    };

    // An id may be written in several ways; a name in one.
    static string InOneForm(string channel) => Guid.TryParse(channel, out var id) ? id.ToString() : channel;

    static string Excerpt(string text) => text.Length > 40 ? text[..40] + "..." : text;
}
