using System.Reflection;

namespace Vigilant.Server.Postgres;

/// <summary>The text of the .sql files that lie beside their stores.</summary>
static class Sql
{
    /// <summary>Reads <paramref name="file"/> from the folder of <typeparamref name="TStore"/>; once, at start.</summary>
    public static string Of<TStore>(string file)
    {
        var folder = typeof(TStore).Namespace!["Vigilant.Server.".Length..].Replace('.', '/');
        return Read($"{folder}/{file}");
    }

    public static string Read(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The statement '{path}' is missing: it should lie in src/Vigilant.Server/{path}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
