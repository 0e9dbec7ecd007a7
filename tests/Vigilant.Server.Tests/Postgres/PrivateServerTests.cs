using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Vigilant.Server.Postgres.PrivateServer;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Postgres;

public sealed class PrivateServerTests : IDisposable
{
    readonly TemporaryFolder _folder = new TemporaryFolder().OpenToPass();

    string Data => _folder.Child("data");

    string Cluster => Path.Combine(Data, "postgres");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_makes_a_database_and_the_second_finds_what_the_first_stored()
    {
        await using (var first = await ServerProcess.StartReadyAsync(Data))
        {
            await ExecuteAsync("create table kept as select 1 as one");
            await first.StopAsync();
            Assert.Equal(0, first.ExitCode);
            Assert.Null(Postmaster.Of(Cluster));
        }

        await using var second = await ServerProcess.StartReadyAsync(Data);
        Assert.Equal(1, await ExecuteAsync("select one from kept"));
        Assert.DoesNotContain("Made a new", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_durable_checked_and_closed_to_the_network()
    {
        await using var server = await ServerProcess.StartReadyAsync(Data);

        Assert.Equal("on on on on", await ExecuteAsync(
            "select concat_ws(' ', current_setting('fsync'), current_setting('synchronous_commit'), "
            + "current_setting('full_page_writes'), current_setting('data_checksums'))"));
        Assert.Equal("C UTF8", await ExecuteAsync(
            "select datcollate || ' ' || pg_encoding_to_char(encoding) from pg_database where datname = current_database()"));
        Assert.Equal("", await ExecuteAsync("select current_setting('listen_addresses')"));
        Assert.Equal("3s", await ExecuteAsync("select current_setting('idle_in_transaction_session_timeout')"));
        Assert.Equal((UnixFileMode)Convert.ToInt32("700", 8), File.GetUnixFileMode(Path.Combine(Data, "socket")));
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_is_refused_with_a_sentence()
    {
        await using var first = await ServerProcess.StartReadyAsync(Data);
        await using var second = ServerProcess.Start(Data);
        await second.EndsAsync();

        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"Another Vigilant server (process {first.Id}) uses the data folder", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
        Assert.NotNull(Postmaster.Of(Cluster));
    }

    [Fact]
    public async Task After_the_server_alone_was_killed_the_next_one_takes_its_database_over()
    {
        var first = await ServerProcess.StartReadyAsync(Data);
        var pid = Postmaster.Of(Cluster)!.Pid;
        await first.KillAsync();

        await using var second = await ServerProcess.StartReadyAsync(Data);
        Assert.Contains("Took over the private database", second.Output, StringComparison.Ordinal);
        Assert.Equal(pid, Postmaster.Of(Cluster)!.Pid);

        await second.StopAsync();
        Assert.Null(Postmaster.Of(Cluster));
    }

    [Fact]
    public async Task After_everything_was_killed_the_next_start_recovers_what_was_committed()
    {
        var first = await ServerProcess.StartReadyAsync(Data);
        await ExecuteAsync("create table kept as select 1 as one");
        await first.KillAsync();
        KillDatabase();

        await using var second = await ServerProcess.StartReadyAsync(Data);
        Assert.Equal(1, await ExecuteAsync("select one from kept"));
    }

    [Fact]
    public async Task A_killed_database_is_started_again_under_the_running_server()
    {
        await using var server = await ServerProcess.StartReadyAsync(Data);
        KillDatabase();
        await server.SaysAsync("has ended; starting it again");
        await server.SaysAsync("[1102]", times: 2);

        using var ready = await server.Client.GetAsync("/health/ready");
        Assert.Equal(System.Net.HttpStatusCode.OK, ready.StatusCode);
    }

    [Fact]
    public async Task A_pid_file_that_names_a_stranger_does_not_keep_the_database_from_starting()
    {
        string[] left;
        await using (await ServerProcess.StartReadyAsync(Data))
        {
            left = await File.ReadAllLinesAsync(Path.Combine(Cluster, "postmaster.pid"));
        }

        // As after a restart of the machine: the id belongs to somebody else by now.
        string[] asDatabase = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : ["env"];
        using var stranger = Process.Start(asDatabase[0], [.. asDatabase[1..], "sleep", "60"]);
        left[0] = stranger.Id.ToString(CultureInfo.InvariantCulture);
        await File.WriteAllLinesAsync(Path.Combine(Cluster, "postmaster.pid"), left);
        await using var next = await ServerProcess.StartReadyAsync(Data);
        Assert.NotEqual(stranger.Id, Postmaster.Of(Cluster)!.Pid);
        stranger.Kill();
    }

    [Fact]
    public async Task As_root_a_folder_that_others_cannot_enter_keeps_its_database_elsewhere_and_the_start_says_where()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root runs the database as somebody else.");
        File.SetUnixFileMode(_folder.Path, (UnixFileMode)Convert.ToInt32("700", 8));

        await using (var first = await ServerProcess.StartReadyAsync(Data))
        {
            await first.SaysAsync("Data is in /var/lib/vigilant/");
            await first.StopAsync();
        }

        var elsewhere = (await File.ReadAllTextAsync(Path.Combine(Data, "postgres.place"))).Trim();
        Assert.True(File.Exists(Path.Combine(elsewhere, "PG_VERSION")));
        await using (var second = await ServerProcess.StartReadyAsync(Data))
        {
            Assert.DoesNotContain("Made a new", second.Output, StringComparison.Ordinal);
        }

        Directory.Delete(Path.GetDirectoryName(elsewhere)!, recursive: true);
    }

    [Fact]
    public async Task A_long_data_folder_has_its_socket_in_a_short_one()
    {
        var data = _folder.Child(new string('d', 100));
        await using var server = await ServerProcess.StartReadyAsync(data);
        Assert.True(Postmaster.Of(Path.Combine(data, "postgres"))!.Socket.Length < 90);
    }

    [Fact]
    public async Task A_data_folder_of_a_version_that_is_not_installed_is_refused_with_a_sentence()
    {
        Directory.CreateDirectory(Cluster);
        await File.WriteAllTextAsync(Path.Combine(Cluster, "PG_VERSION"), "99\n");

        await using var server = ServerProcess.Start(Data);
        await server.EndsAsync();

        Assert.Equal(1, server.ExitCode);
        Assert.Contains("was made by PostgreSQL 99", server.Output, StringComparison.Ordinal);
    }

    void KillDatabase()
    {
        using var kill = Process.Start("kill", ["-KILL", Postmaster.Of(Cluster)!.Pid.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(
            $"Host={Path.Combine(Data, "socket")};Username=vigilant;Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
