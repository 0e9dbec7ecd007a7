using System.Globalization;

namespace Vigilant.Clients;

/// <summary>
/// Many senders at once over connections of their own, each ping with its own <c>rid</c>. What is not acknowledged is never sent
/// again, so that whatever is stored twice was doubled by the server.
/// </summary>
sealed class Senders : IAsyncDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    readonly HttpClient _client;
    readonly CancellationTokenSource _end = new();
    readonly Task _sending;

    Senders(Site site, IReadOnlyList<Guid> jobs, Ledger ledger, int count)
    {
        _client = new HttpClient { BaseAddress = site.Server.Client.BaseAddress };
        _sending = Task.WhenAll(Enumerable.Range(0, count).Select(number => Task.Run(() => SendAsync(number, jobs, ledger))));
    }

    public static Senders Start(Site site, IReadOnlyList<Guid> jobs, Ledger ledger, int count = 32) => new(site, jobs, ledger, count);

    /// <summary>Lets each sender hear the answer to the ping it has sent; one that cannot speak to the server is at its end as well.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _sending;
        _client.Dispose();
        _end.Dispose();
    }

    async Task SendAsync(int number, IReadOnlyList<Guid> jobs, Ledger ledger)
    {
        using var pace = new PeriodicTimer(Pause, TimeProvider.System);
        for (var sent = number; !_end.IsCancellationRequested; sent++)
        {
            var rid = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
            try
            {
                using var body = new StringContent(string.Create(CultureInfo.InvariantCulture, $"ping {sent} of sender {number}"));
                using var answer = await _client.PostAsync(
                    new Uri($"/ping/{jobs[sent % jobs.Count]}?rid={rid}", UriKind.Relative), body);
                ledger.Record(rid, (int)answer.StatusCode);
                if (!answer.IsSuccessStatusCode)
                {
                    await pace.WaitForNextTickAsync();
                }
            }
            catch (HttpRequestException)
            {
                ledger.RecordCut();
                return;
            }
        }
    }
}
