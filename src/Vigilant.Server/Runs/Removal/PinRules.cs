using Vigilant.Contracts;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Runs.Removal;

static class PinRules
{
    const int LongestWhy = 500;
    const string NobodyNamed = "API";

    public static FieldErrors Check(PinRequest request)
    {
        var errors = new FieldErrors();
        errors.AddIf("who", request.Who is null ? null : JobNames.Refuse(request.Who));
        if (request.Why is { } why && (why.Length > LongestWhy || !JobNames.IsPrintable(why, withLineBreaks: true)))
        {
            errors.Add("why", $"must be at most {LongestWhy} printable characters, had {why.Length}");
        }

        return errors;
    }

    public static string Who(string? given) => given ?? NobodyNamed;

    public static string Why(string? given) => given ?? "";
}
