namespace Vigilant.Testing;

/// <summary>A folder below the system's temporary one that goes with the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("vigilant-").FullName;

    public string Child(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Lets others pass through; it is made for its owner alone.</summary>
    public TemporaryFolder OpenToPass()
    {
        File.SetUnixFileMode(Path, (UnixFileMode)Convert.ToInt32("711", 8));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
