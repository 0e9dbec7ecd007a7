using Microsoft.Extensions.Options;
using Npgsql;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;
using Vigilant.Server.Postgres.PrivateServer;

namespace Vigilant.Server.Postgres;

static class PostgresSlice
{
    public static IServiceCollection AddPostgres(this IServiceCollection services)
    {
        services.AddVigilantOptions<PrivateServerOptions, PrivateServerOptions.Rules>(PrivateServerOptions.Section);
        services.AddVigilantOptions<StorageOptions, StorageOptions.Rules>(StorageOptions.Section);
        services.AddSingleton<ClusterPlaces>();
        services.AddSingleton<PrivateCluster>();
        services.AddSingleton(DataSource);
        services.AddSingleton<Migrator>();
        services.AddSingleton<SchemaState>();
        services.AddSingleton<IStorageRoom>(provider => provider.GetRequiredService<WatchStorage>());
        services.AddSingleton<IReadinessPart, DatabaseAnswers>();
        services.AddSingleton<IReadinessPart, SchemaState>(provider => provider.GetRequiredService<SchemaState>());
        services.AddSingleton<IReadinessPart, StorageHasRoom>();
        services.AddSingleton<IStartNotice, PlaceNotice>();

        // In the order of the start: nothing below runs before what is above it is there.
        services.AddHostedService<StartPrivateServer>();
        services.AddHostedService<PrepareDatabase>();
        services.AddPass<WatchStorage>();
        services.AddPass<SupervisePostgres>();
        return services;
    }

    static NpgsqlDataSource DataSource(IServiceProvider provider)
    {
        var external = provider.GetRequiredService<IOptions<DataOptions>>().Value.Database;
        var builder = new NpgsqlDataSourceBuilder(
            external ?? PrivateConnection.StringFor(provider.GetRequiredService<ClusterPlaces>().Place));
        return builder.ConnectionStringBuilder.Host!.Contains(',', StringComparison.Ordinal)
            ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary)
            : builder.Build();
    }
}
