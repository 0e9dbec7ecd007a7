using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Access;

/// <summary>Runs once the schema is there: a project to put jobs in, with its keys.</summary>
sealed class PrepareFirstProject(
    KeyStore keys, IOptions<AccessOptions> options, NodeClock clock, ApiKeyNotice notice) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (_, made) = await keys.PrepareFirstAsync(options.Value, clock.Now, cancellationToken);
        notice.Made = made;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
