using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Vigilant.Testing;

namespace Vigilant.Clients;

/// <summary>Silence, heard by mail: nothing is moved by hand, not even the clock.</summary>
public sealed partial class MailTests : IAsyncLifetime
{
    // Promised are two seconds on a machine that does nothing else.
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    readonly TemporaryFolder _folder = new TemporaryFolder().OpenToPass();
    MailServer _mail = null!;
    Site _site = null!;

    public async ValueTask InitializeAsync()
    {
        _mail = await MailServer.StartAsync("plain");
        _site = new Site(_folder.Child("data"));
        await _site.StartAsync("--Vigilant:Outbound:Allow=127.0.0.0/8");
        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"host":"127.0.0.1","port":{{_mail.Port}},"security":"none","from":"vigilant@example.test","to":["ops@example.test"]}""");
        (await _site.Server.Client.PostJsonAsync("/v1/channels", $$"""{"name":"ops","kind":"email","settings":{{settings}} }""")).With(201);
    }

    public async ValueTask DisposeAsync()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(_site.Output);
        await _site.DisposeAsync();
        _mail.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_job_that_falls_silent_is_told_by_mail_and_so_is_its_return(int grace)
    {
        var job = await _site.ExpectAsync(
            "pulse", string.Create(CultureInfo.InvariantCulture, $$"""{"schedule":"every 1s","grace_seconds":{{grace}}}"""));
        await PingAsync(job);

        var firing = await ReadAsync(1, TimeSpan.FromSeconds(1 + grace) + Limit);
        Assert.Contains("X-Envelope-To: ops@example.test", firing.Head, StringComparison.Ordinal);
        Assert.Contains("Subject: ", firing.Head, StringComparison.Ordinal);
        Assert.Contains("missed", firing.Text, StringComparison.Ordinal);
        Assert.Contains("clients/pulse", firing.Text, StringComparison.Ordinal);
        Assert.Contains("clients/pulse", firing.Html, StringComparison.Ordinal);
        Assert.Contains("<html", firing.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", firing.Text, StringComparison.Ordinal);
        Assert.Equal("red", (string?)(await _site.JobAsync("pulse"))["health"]!["colour"]);

        // A success ends it; the period is made long, so that the next silence is not told meanwhile.
        await _site.ExpectAsync("pulse", """{"schedule":"every 1h"}""");
        await PingAsync(job);
        var resolved = await ReadAsync(2, Limit);
        Assert.Contains("clients/pulse is well again", resolved.Text, StringComparison.Ordinal);
        Assert.Contains("clients/pulse", resolved.Html, StringComparison.Ordinal);
        Assert.Equal("green", (string?)(await _site.JobAsync("pulse"))["health"]!["colour"]);
    }

    async Task PingAsync(Guid job)
    {
        using var answer = await _site.Server.Client.GetAsync(new Uri($"/ping/{job}", UriKind.Relative));
        Assert.Equal(200, (int)answer.StatusCode);
    }

    async Task<Mail> ReadAsync(int number, TimeSpan limit)
    {
        await Wait.UntilAsync(() => _mail.Mails.Count >= number, limit, () => $"{_mail.Mails.Count} mails came, wanted {number}.");
        return Mail.Parse(_mail.Mails[number - 1]);
    }

    sealed partial record Mail(string Head, string Text, string Html)
    {
        public static Mail Parse(string raw)
        {
            var mail = raw.ReplaceLineEndings("\n");
            var head = Folds().Replace(mail[..mail.IndexOf("\n\n", StringComparison.Ordinal)], " ");
            return new Mail(head, Part(mail, "text/plain"), Part(mail, "text/html"));
        }

        static string Part(string mail, string type)
        {
            var part = mail.IndexOf($"Content-Type: {type}", StringComparison.Ordinal);
            Assert.True(part > 0, $"There is no {type} in:\n{mail}");
            var begin = mail.IndexOf("\n\n", part, StringComparison.Ordinal);
            var end = mail.IndexOf("\n--", begin, StringComparison.Ordinal);
            return Encoding.UTF8.GetString(Convert.FromBase64String(mail[begin..end]));
        }

        [GeneratedRegex("\n[ \t]+")]
        private static partial Regex Folds();
    }
}
