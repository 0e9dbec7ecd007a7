using System.Text;
using Npgsql;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

/// <summary>Somebody holds the row of one job for long: an edit that hangs, an operator with an open transaction.</summary>
public sealed class HeldJobTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_job_that_is_held_delays_no_other_and_its_own_signals_are_written_in_order_when_it_is_free()
    {
        await using var server = await TestServer.StartAsync();
        await ExpectAsync(server, "held");
        await ExpectAsync(server, "free");
        await using var connection = await server.Database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await HoldAsync(connection);

        var waiting = new List<Task<HttpResponseMessage>>();
        for (var status = 1; status <= 3; status++)
        {
            waiting.Add(server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/shop-held/{status}"));
            using var other = await server.Anonymous.GetAsync($"/ping/{TestServer.PingKey}/shop-free/{status}").WaitAsync(Limit);
            Assert.True(other.IsSuccessStatusCode);
        }

        Assert.All(waiting, ping => Assert.False(ping.IsCompleted));
        await transaction.RollbackAsync();
        foreach (var answer in await Task.WhenAll(waiting).WaitAsync(Limit))
        {
            Assert.True(answer.IsSuccessStatusCode);
            answer.Dispose();
        }

        Assert.Equal("1,2,3", await StatusesAsync(server, "held"));
        Assert.Equal("1,2,3", await StatusesAsync(server, "free"));
    }

    static async Task ExpectAsync(TestServer server, string job)
    {
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await server.Client.PutAsync($"/v1/services/shop/jobs/{job}", body);
        Assert.True(answer.IsSuccessStatusCode);
    }

    static async Task HoldAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            "select 1 from job_state where job_id = (select id from job where name = 'held') for update", connection);
        Assert.Equal(1, await command.ExecuteScalarAsync());
    }

    static Task<string?> StatusesAsync(TestServer server, string job) => server.Database.ScalarAsync<string>(
        $"select string_agg(exit_status::text, ',' order by id) from signal where job_id = (select id from job where name = '{job}')");
}
