using Microsoft.Extensions.Options;

namespace Vigilant.Server.Hosting.Settings;

static class SettingsSlice
{
    /// <summary>
    /// Binds the settings below <paramref name="section"/> ("Vigilant:Detection") to an options class, checks them with its
    /// rules before anything starts, and makes its properties the keys that are known there. A list of words
    /// is one text with commas, so that the environment can hold it too.
    /// </summary>
    public static IServiceCollection AddVigilantOptions<TOptions, TRules>(this IServiceCollection services, string section)
        where TOptions : class
        where TRules : class, IValidateOptions<TOptions>
    {
        services.AddOptions<TOptions>().BindConfiguration(section);
        services.AddSingleton<IValidateOptions<TOptions>, TRules>();
        services.AddSingleton<IOptionsCheck>(provider => new OptionsCheck<TOptions>(section, provider));
        return services;
    }

    public static IServiceCollection AddSettings(this IServiceCollection services) =>
        services
            .AddSingleton<SettingsCheck>()
            .AddVigilantOptions<DataOptions, DataOptions.Rules>(DataOptions.Section);

    /// <summary>Throws <see cref="SettingsRefusedException"/>, with every mistake, before anything has started.</summary>
    public static void RefuseWrongSettings(this WebApplication app) =>
        app.Services.GetRequiredService<SettingsCheck>().RefuseMistakes();
}
