using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Vigilant.Server.Runs.Operations;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Whatever happens while an operation goes on, it does to each run once what was asked, or says that it did not.</summary>
public sealed class OperationInterruptedTests : OperationsOverApi
{
    const string KillAll = """{"action": "request_kill", "filter": {"service": "shop"}, "who": "ada"}""";

    [Fact]
    public async Task What_is_cancelled_half_way_stops_there_and_what_was_done_stays_done()
    {
        await QueueAsync(60);
        var operation = await StartAsync(KillAll);
        Assert.Equal(10, await GoOnAsync());
        Assert.Equal(10, await GoOnAsync());
        var working = await OperationAsync(operation);
        Assert.Equal(("working", 25, true, 20), ((string)working["state"]!, (int)working["matched"]!, (bool)working["more"]!, (int)working["done"]!));

        var cancelled = (await PostAsync($"/v1/operations/{operation}/cancel", "")).With(200);
        Assert.Equal(("cancelled", 20), ((string)cancelled["state"]!, (int)cancelled["changed"]!));
        Assert.Equal(0, await GoOnAsync());
        Assert.Equal(20, (await ListAsync("kill_requested=true")).Length);
        Assert.Equal(20, (int)(await Server.Client.GetJsonAsync("/v1/audit")).With(200)["audit"]![0]!["changed"]!);
        (await PostAsync($"/v1/operations/{operation}/cancel", "")).With(200);
    }

    [Fact]
    public async Task What_is_over_cannot_be_cancelled_and_what_is_not_there_is_not_found()
    {
        var operation = await StartAsync(KillAll);
        await FinishAsync(operation);
        var refused = (await PostAsync($"/v1/operations/{operation}/cancel", "")).With(409);
        Assert.Contains("done already", (string)refused["detail"]!, StringComparison.Ordinal);
        (await PostAsync($"/v1/operations/{Guid.Empty}/cancel", "")).With(404);
        (await Server.Client.GetJsonAsync($"/v1/operations/{Guid.Empty}")).With(404);
    }

    [Fact]
    public async Task Cancelled_in_the_middle_of_a_chunk_it_ends_with_that_chunk()
    {
        await QueueAsync(30);
        var operation = await StartAsync(KillAll);
        Assert.Equal(10, await GoOnAsync());
        await using var connection = await Server.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"select 1 from operation where id = '{operation}' for update");
        var cancelling = PostAsync($"/v1/operations/{operation}/cancel", "");
        var working = GoOnAsync();
        await transaction.RollbackAsync();
        (await cancelling).With(200);
        await working;

        Assert.Equal(0, await GoOnAsync());
        var over = await OperationAsync(operation);
        Assert.Equal("cancelled", (string?)over["state"]);
        Assert.Equal((await ListAsync("kill_requested=true")).Length, (int)over["changed"]!);
    }

    [Fact]
    public async Task When_the_pass_dies_in_the_middle_another_goes_on_where_the_last_chunk_was_committed()
    {
        await QueueAsync(60);
        var operation = await StartAsync(KillAll);
        Assert.Equal(10, await GoOnAsync());

        // The second chunk is held up; there its connection is killed. Its claim stays, as that of a process that is gone.
        var claimed = (await Server.Services.GetRequiredService<OperationLedger>().ClaimAsync(Later, CancellationToken.None))!;
        Assert.Equal((operation, 10), (claimed.Id.ToString(), (int)claimed.Done));
        await using var connection = await Server.Database.Source.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await ExecuteAsync(connection, $"select 1 from operation where id = '{operation}' for update");
            var dying = Server.Services.GetRequiredService<OperationWork>().WorkAsync(claimed, CancellationToken.None);
            await KillWaitingAsync();
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => dying);
            await transaction.RollbackAsync();
        }

        Assert.Equal(0, await GoOnAsync());
        await Server.Database.ExecuteAsync("update operation set claimed_until = now() - interval '1 s'");
        var done = await FinishAsync(operation);
        Assert.Equal(("done", 60, 60, 60), ((string)done["state"]!, (int)done["matched"]!, (int)done["done"]!, (int)done["changed"]!));
        Assert.Equal(60, (await ListAsync("kill_requested=true")).Length);
    }

    [Fact]
    public async Task Who_lost_the_operation_to_another_changes_nothing_more()
    {
        await QueueAsync(30);
        var operation = await StartAsync(KillAll);
        var services = Server.Services;
        var ledger = services.GetRequiredService<OperationLedger>();
        var first = await ledger.ClaimAsync(Later, CancellationToken.None);
        Assert.Null(await ledger.ClaimAsync(Later, CancellationToken.None));
        await Server.Database.ExecuteAsync("update operation set claimed_until = now() - interval '1 s'");
        var second = await ledger.ClaimAsync(Later, CancellationToken.None);

        var work = services.GetRequiredService<OperationWork>();
        Assert.Equal(0, await work.WorkAsync(first!, CancellationToken.None));
        Assert.Empty(await ListAsync("kill_requested=true"));
        Assert.Equal(10, await work.WorkAsync(second!, CancellationToken.None));
        Assert.Equal(10, (await ListAsync("kill_requested=true")).Length);
        Assert.Equal(30, (int)(await FinishAsync(operation))["changed"]!);
    }

    [Fact]
    public async Task Two_nodes_work_on_several_operations_at_once_and_each_run_is_changed_once()
    {
        await using var other = await TestServer.StartAsync(Slow(Server.Database));
        await QueueAsync(90);
        var kill = await StartAsync(KillAll);
        var label = await StartAsync("""{"action": "label", "filter": {"service": "shop"}, "labels": {"wave": "1"}}""");
        var twice = await StartAsync(KillAll);
        await Task.WhenAll(ToTheEndAsync(Server), ToTheEndAsync(other));
        var (killed, labelled, again) = (await OperationAsync(kill), await OperationAsync(label), await OperationAsync(twice));
        Assert.Equal(("done", "done", "done"), ((string)killed["state"]!, (string)labelled["state"]!, (string)again["state"]!));
        Assert.Equal((90, 90, 90), ((int)killed["done"]!, (int)labelled["done"]!, (int)again["done"]!));
        Assert.Equal(90, (int)killed["changed"]! + (int)again["changed"]!);
        Assert.Equal(90, Skipped(killed, "somebody asked for it before") + Skipped(again, "somebody asked for it before"));
        Assert.Equal(90, (int)labelled["changed"]!);
        Assert.Equal(90, (await ListAsync("kill_requested=true&label=wave:1")).Length);
    }

    [Fact]
    public async Task Runs_that_change_while_it_goes_on_are_judged_when_their_turn_comes()
    {
        var runs = await QueueAsync(30);
        var operation = await StartAsync("""{"action": "request_kill", "filter": {"service": "shop", "state": "queued"}}""");
        Assert.Equal(10, await GoOnAsync());
        var asked = await ListAsync("kill_requested=true");
        var left = Enumerable.Range(0, 30).Where(number => !asked.Contains($"r{number}")).ToArray();
        Assert.Equal(20, left.Length);

        // The page was found before: these are in it.
        await TellAsync(left[..3].Select(number => Line($"shop/job{number % 3}", $"r{number}", "started")));
        await TellAsync(left[3..5].Select(number => Line($"shop/job{number % 3}", $"r{number}", "skipped")));
        await TellAsync(Line("shop/job0", "new", "queued"));
        var done = await FinishAsync(operation);
        Assert.Equal("done", (string?)done["state"]);
        Assert.Equal(25, (int)done["changed"]!);
        var after = await ListAsync("kill_requested=true");
        Assert.Equal(25, after.Length);
        Assert.DoesNotContain("new", after);
        Assert.Null((await RunAsync(runs[left[0]]))["kill_requested_at"]);
    }

    [Fact]
    public async Task A_job_that_somebody_holds_is_waited_for_and_then_done()
    {
        await QueueAsync(12);
        var operation = await StartAsync(KillAll);
        await using var connection = await Server.Database.Source.OpenConnectionAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await ExecuteAsync(connection, "select 1 from job_state for update");
            for (var turn = 0; turn < 8; turn++)
            {
                Assert.Equal(0, await GoOnAsync());
            }

            await transaction.RollbackAsync();
        }

        Assert.Equal(("done", 12), await StateAsync(operation));
    }

    async Task<(string, int)> StateAsync(string operation)
    {
        var done = await FinishAsync(operation);
        return ((string)done["state"]!, (int)done["changed"]!);
    }

    [Fact]
    public async Task What_gets_no_further_fails_and_says_so()
    {
        await QueueAsync(3);
        var operation = await StartAsync(KillAll);
        var ledger = Server.Services.GetRequiredService<OperationLedger>();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            Assert.NotNull(await ledger.ClaimAsync(Later, CancellationToken.None));
            await Server.Database.ExecuteAsync("update operation set claimed_until = now() - interval '1 s'");
        }

        var failed = await FinishAsync(operation);
        Assert.Equal("failed", (string?)failed["state"]);
        Assert.Contains("without getting further", (string)failed["error"]!, StringComparison.Ordinal);
    }

    DateTimeOffset Later => Server.Services.GetRequiredService<Vigilant.Server.Hosting.NodeClock>().Now;

    async Task KillWaitingAsync()
    {
        for (var look = 0; look < 1000; look++)
        {
            var killed = await Server.Database.ScalarAsync<long>("""
                select count(*) filter (where pg_terminate_backend(pid)) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like '%from operation%'
                """);
            if (killed > 0)
            {
                return;
            }
        }

        throw new InvalidOperationException("Nobody waits for the operation.");
    }

    static async Task ToTheEndAsync(TestServer server)
    {
        for (var idle = 0; idle < 20;)
        {
            idle = await GoOnAsync(server) == 0 ? idle + 1 : 0;
            await Task.Yield();
        }
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
