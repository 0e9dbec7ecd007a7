namespace Vigilant.Server.Postgres;

/// <summary>Runs before every pass and before the first request: the schema is there, or the start fails.</summary>
sealed class PrepareDatabase(Migrator migrator) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => migrator.MigrateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
