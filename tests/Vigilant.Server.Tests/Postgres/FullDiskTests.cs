using System.Diagnostics;
using System.Globalization;
using System.Net;
using Vigilant.Server.Postgres.PrivateServer;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Postgres;

public sealed class FullDiskTests : IDisposable
{
    const int Megabyte = 1024 * 1024;

    readonly TemporaryFolder _folder = new TemporaryFolder().OpenToPass();
    bool _mounted;

    string Disk => _folder.Child("disk");

    string Data => Path.Combine(Disk, "data");

    public void Dispose()
    {
        if (_mounted)
        {
            Run("umount", "-l", Disk);
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task A_database_that_a_full_disk_ended_recovers_with_the_ballast_and_takes_it_back_when_there_is_room()
    {
        Mount(megabytes: 500);
        await using var server = await ServerProcess.StartReadyAsync(Data);
        var ballast = Path.Combine(Data, "ballast");
        Assert.Equal(64 * Megabyte, new FileInfo(ballast).Length);

        Fill();
        await server.SaysAsync("nothing new is accepted");
        using (var full = await server.Client.GetAsync("/health/ready"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, full.StatusCode);
            Assert.Contains("disk", await full.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Run("kill", "-KILL", Postmaster.Of(Path.Combine(Data, "postgres"))!.Pid.ToString(CultureInfo.InvariantCulture));
        await server.SaysAsync("Gave up");
        await server.SaysAsync("[1102]", times: 2);

        File.Delete(Path.Combine(Disk, "filling"));
        await server.SaysAsync("There is room again");
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(64 * Megabyte, new FileInfo(ballast).Length);
    }

    void Mount(int megabytes)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can make a small disk.");
        Directory.CreateDirectory(Disk);
        _mounted = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,mode=0755", "none", Disk) == 0;
        Assert.SkipUnless(_mounted, "This machine mounts nothing for tests.");
    }

    void Fill()
    {
        using var filling = new FileStream(Path.Combine(Disk, "filling"), FileMode.Create);
        var block = new byte[Megabyte];
        try
        {
            while (true)
            {
                filling.Write(block);
                filling.Flush();
            }
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
