namespace Vigilant.Domain.Schedules;

static class CronWords
{
    public static string Describe(in CronFields fields) => $"{CronTimeWords.Of(fields).Describe()}{CronDayWords.Describe(fields)}";
}
