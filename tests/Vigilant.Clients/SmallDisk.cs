namespace Vigilant.Clients;

/// <summary>A disk of its own that can be filled to the last byte.</summary>
sealed class SmallDisk : IAsyncDisposable
{
    const int Megabyte = 1024 * 1024;

    SmallDisk(string path) => Path = path;

    public string Path { get; }

    string Filling => System.IO.Path.Combine(Path, "filling");

    public static async Task<SmallDisk> MountAsync(string path, int megabytes)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can make a small disk.");
        Directory.CreateDirectory(path);
        var (status, said) = await Tool.RunAsync("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0755", "none", path);
        Assert.True(status == 0, said);
        return new SmallDisk(path);
    }

    public void Fill()
    {
        using var filling = new FileStream(Filling, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var size = Megabyte;
        while (size > 0)
        {
            try
            {
                filling.Write(new byte[size]);
            }
            catch (IOException)
            {
                // What is left is smaller than that.
                size /= 2;
            }
        }
    }

    public void MakeRoom() => File.Delete(Filling);

    public async ValueTask DisposeAsync() => await Tool.RunAsync("umount", "-l", Path);
}
