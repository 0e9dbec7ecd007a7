using Vigilant.Contracts;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Jobs;

static class PauseRules
{
    const int LongestWhy = 500;
    const string NobodyNamed = "API";
    static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public static FieldErrors Check(PauseRequest request, DateTimeOffset now)
    {
        var errors = new FieldErrors();
        errors.AddIf("who", request.Who is null ? null : JobNames.Refuse(request.Who));
        if (request.Why is { } why && (why.Length > LongestWhy || !JobNames.IsPrintable(why, withLineBreaks: true)))
        {
            errors.Add("why", $"must be at most {LongestWhy} printable characters, had {why.Length}");
        }

        if (request.Until is { } until && (until <= now || until > now + Longest))
        {
            errors.Add("until", "must lie ahead, by at most a year; leave it out to pause until somebody resumes the job");
        }

        return errors;
    }

    public static Pause Of(PauseRequest request) => new(request.Who ?? NobodyNamed, request.Why ?? "", request.Until);
}
