namespace Vigilant.Domain.Schedules;

/// <summary>Words that stand for five fields.</summary>
static class CronMacro
{
    public const string All = "@hourly, @daily, @midnight, @weekly, @monthly, @yearly and @annually";

    public static string? Fields(string word) => word.ToUpperInvariant() switch
    {
        "@HOURLY" => "0 * * * *",
        "@DAILY" or "@MIDNIGHT" => "0 0 * * *",
        "@WEEKLY" => "0 0 * * 0",
        "@MONTHLY" => "0 0 1 * *",
        "@YEARLY" or "@ANNUALLY" => "0 0 1 1 *",
        _ => null,
    };
}
