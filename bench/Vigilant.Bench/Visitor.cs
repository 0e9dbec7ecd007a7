using System.Net;
using Npgsql;
using Vigilant.Server.Access;

namespace Vigilant.Bench;

/// <summary>Somebody who looks at pages.</summary>
static class Visitor
{
    /// <summary>Signs in by a one-time link, as the server prints it at its start.</summary>
    public static async Task<HttpClient> SignInAsync(NpgsqlDataSource database)
    {
        var token = Keys.New(Keys.TokenLength);
        await using var link = database.CreateCommand(
            "insert into sign_in_link (hash, project_id, expires_at) select @hash, id, now() + interval '1 minute' from project limit 1");
        link.Parameters.AddWithValue("hash", Keys.Hash(token));
        await link.ExecuteNonQueryAsync();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(Bed.Address) };
        using var answer = await client.PostAsync($"/sign-in/{token}", null);
        return answer.StatusCode == HttpStatusCode.SeeOther && answer.Headers.Contains("Set-Cookie")
            ? client
            : throw new InvalidOperationException($"Signing in was answered with {answer.StatusCode}.");
    }
}
