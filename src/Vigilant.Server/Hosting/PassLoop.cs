namespace Vigilant.Server.Hosting;

/// <summary>The one loop of the server: runs a pass, rests, and cannot die before the host stops.</summary>
sealed class PassLoop<TPass>(TPass pass, PassHealth health, TimeProvider clock, ILogger<TPass> log) : BackgroundService
    where TPass : IPass
{
    static readonly TimeSpan RestAfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        health.Expect(pass.Name);
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = await RunSafelyAsync(stoppingToken);
            if (rest > TimeSpan.Zero)
            {
                await Task.Delay(rest, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    async Task<TimeSpan> RunSafelyAsync(CancellationToken stopping)
    {
        try
        {
            var result = await pass.RunOnceAsync(stopping);
            health.Succeeded(pass.Name, result.Rest);
            return result.Rest;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (Exception error)
        {
            health.Failed(pass.Name, error.Message);
            log.PassFailed(error, pass.Name, RestAfterFailure);
            return RestAfterFailure;
        }
    }
}
