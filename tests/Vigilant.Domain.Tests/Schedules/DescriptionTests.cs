namespace Vigilant.Domain.Tests.Schedules;

public sealed class DescriptionTests
{
    [Theory]
    [InlineData("* * * * *", "Every minute")]
    [InlineData("*/5 * * * *", "Every 5 minutes")]
    [InlineData("0,15,30,45 * * * *", "Every 15 minutes")]
    [InlineData("0,30 * * * *", "Every 30 minutes")]
    [InlineData("*/7 * * * *", "Every hour at 0, 7, 14, 21, 28, 35, 42, 49 and 56 past")]
    [InlineData("0 * * * *", "Every hour")]
    [InlineData("@hourly", "Every hour")]
    [InlineData("5 * * * *", "Every hour at 5 past")]
    [InlineData("5,10 * * * *", "Every hour at 5 and 10 past")]
    [InlineData("0 */2 * * *", "Every 2 hours")]
    [InlineData("30 */6 * * *", "Every 6 hours at 30 past")]
    [InlineData("*/10 */2 * * *", "Every 10 minutes in every second hour")]
    [InlineData("*/5 9-17 * * 1-5", "Every 5 minutes from 09:00 to 17:55 on weekdays")]
    [InlineData("* 6 * * *", "Every minute from 06:00 to 06:59")]
    [InlineData("*/30 3 * * *", "Every 30 minutes from 03:00 to 03:30")]
    [InlineData("*/15 8-11,14-17 * * *", "Every 15 minutes from 08:00 to 11:45 and from 14:00 to 17:45")]
    [InlineData("20 9-17 * * *", "At 20 past the hours 9 to 17")]
    [InlineData("0 6 * * *", "At 06:00 every day")]
    [InlineData("@daily", "At 00:00 every day")]
    [InlineData("0 6,18 * * *", "At 06:00 and 18:00 every day")]
    [InlineData("15 1,2,4 * * *", "At 01:15, 02:15 and 04:15 every day")]
    [InlineData("5,50 1 * * *", "At 01:05 and 01:50 every day")]
    [InlineData("0 6 * * 1-5", "At 06:00 on weekdays")]
    [InlineData("0 6 * * MON,TUE,WED,THU,FRI", "At 06:00 on weekdays")]
    [InlineData("0 6 * * 6-7", "At 06:00 on weekends")]
    [InlineData("0 6 * * MON", "At 06:00 on Mondays")]
    [InlineData("0 6 * * 1-4", "At 06:00 on Mondays to Thursdays")]
    [InlineData("0 6 * * 1,3,5", "At 06:00 on Mondays, Wednesdays and Fridays")]
    [InlineData("0 6 * * MON#1", "At 06:00 on the first Monday of the month")]
    [InlineData("0 6 * * 5L", "At 06:00 on the last Friday of the month")]
    [InlineData("0 6 1 * *", "At 06:00 on day 1 of the month")]
    [InlineData("0 6 1,15 * *", "At 06:00 on days 1 and 15 of the month")]
    [InlineData("0 6 L * *", "At 06:00 on the last day of the month")]
    [InlineData("0 6 1,LW * *", "At 06:00 on day 1 of the month and the last weekday of the month")]
    [InlineData("0 0 1 1 *", "At 00:00 on day 1 of the month in January")]
    [InlineData("0 6 * 1-3,7 *", "At 06:00 every day in January to March and July")]
    [InlineData("* * * 12 *", "Every minute in December")]
    [InlineData("0 6 1 * MON", "At 06:00 on day 1 of the month and on Mondays")]
    [InlineData("0 6 1-7 * */7", "At 06:00 on days 1 to 7 of the month, only on Sundays")]
    [InlineData("0 6 1,* * MON", "At 06:00 every day")]
    public void A_schedule_is_told_in_words(string cron, string words)
    {
        Assert.Equal($"{words}, UTC", Write.Schedule(cron).Describe());
        Assert.Equal($"{words}, Europe/Berlin", Write.Schedule(cron, "Europe/Berlin").Describe());
    }
}
