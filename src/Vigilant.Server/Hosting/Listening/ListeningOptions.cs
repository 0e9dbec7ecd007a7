namespace Vigilant.Server.Hosting.Listening;

/// <summary>Where the server listens, and what stands before it.</summary>
sealed class ListeningOptions
{
    public const string Section = "Vigilant";

    /// <summary>Addresses to listen on, with semicolons between. <c>http://127.0.0.1:8080</c> by default.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:8080";

    /// <summary>The path below which a proxy publishes this server, such as <c>/vigilant</c>. None by default.</summary>
    public string? PathBase { get; set; }

    /// <summary>
    /// Proxies whose forwarded headers are believed: addresses or networks with commas between. Loopback by default.
    /// </summary>
    public string KnownProxies { get; set; } = "127.0.0.0/8,::1";

    public HttpsOptions Https { get; set; } = new();

    public IEnumerable<string> EachUrl() => Each(Urls, ';');

    public IEnumerable<string> EachProxy() => Each(KnownProxies, ',');

    static string[] Each(string list, char separator) =>
        list.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
