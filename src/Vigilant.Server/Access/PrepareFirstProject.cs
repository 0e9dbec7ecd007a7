using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Access;

/// <summary>Runs once the schema is there: a project to put jobs in, with keys, and a way for its owner to sign in.</summary>
sealed class PrepareFirstProject(
    KeyStore keys, IOptions<AccessOptions> options, NodeClock clock, ILogger<PrepareFirstProject> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var (_, made) = await keys.PrepareFirstAsync(options.Value, clock.Now, cancellationToken);
        if (made is not null)
        {
            log.ApiKeyMade(made);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
