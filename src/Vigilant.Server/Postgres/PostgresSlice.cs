using Npgsql;

namespace Vigilant.Server.Postgres;

static class PostgresSlice
{
    public static IServiceCollection AddPostgres(this IServiceCollection services)
    {
        services.AddSingleton(provider => new NpgsqlDataSourceBuilder(ConnectionString(provider)).Build());
        services.AddSingleton<Migrator>();
        services.AddHostedService<PrepareDatabase>();
        return services;
    }

    static string ConnectionString(IServiceProvider provider) =>
        provider.GetRequiredService<IConfiguration>()["Vigilant:Database"]
        ?? throw new InvalidOperationException("Vigilant:Database is not set.");
}
