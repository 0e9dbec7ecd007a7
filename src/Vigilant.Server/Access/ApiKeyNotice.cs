using Vigilant.Server.Hosting;

namespace Vigilant.Server.Access;

/// <summary>Shows the first API key, once in its life, to the person at the console: only its hash is kept, and no log sees it.</summary>
sealed class ApiKeyNotice : IStartNotice
{
    public string? Made { get; set; }

    public string? Line => Made is null ? null : $"API key, shown only now: {Made}";
}
