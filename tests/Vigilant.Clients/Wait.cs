namespace Vigilant.Clients;

static class Wait
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks until the answer is yes; a limit that passes is a failure that tells what was seen last.</summary>
    public static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan limit, Func<string> seen)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var pace = new PeriodicTimer(Step, TimeProvider.System);
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < limit, $"Not within {limit.TotalSeconds} s. {seen()}");
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public static Task UntilAsync(Func<bool> isSo, TimeSpan limit, Func<string> seen) =>
        UntilAsync(() => Task.FromResult(isSo()), limit, seen);
}
