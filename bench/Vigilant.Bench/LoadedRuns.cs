using System.Globalization;
using System.Text;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;

namespace Vigilant.Bench;

/// <summary>Runs as a busy year of services leaves them: the same ones at each start, in the order of their making.</summary>
sealed class LoadedRuns(long count, DateTimeOffset until)
{
    public const int Jobs = 500;
    public const int Services = 25;
    public const int Chapters = 20;
    public const int Hosts = 20;
    public const int Teams = 10;
    public const int Days = 60;

    readonly Random _random = new(47);

    public int Books { get; } = (int)Math.Max(10, count / 200);

    public int Plans { get; } = (int)Math.Max(10, count / 20);

    public int Correlations { get; } = (int)Math.Max(1, count / 150);

    public DateTimeOffset Until => until;

    public DateTimeOffset From => until.AddDays(-Days);

    public static Guid JobOf(int number) =>
        new(string.Create(CultureInfo.InvariantCulture, $"01900000-0000-7000-8000-{number:x12}"));

    public static string NameOf(int number) => $"service{number % Services}/job{number}";

    public IEnumerable<LoadedRun> All()
    {
        var step = TimeSpan.FromDays(Days) / count;
        var text = new StringBuilder();
        for (var number = 0L; number < count; number++)
        {
            // Few jobs run often, many seldom.
            var job = (int)(Jobs * _random.NextDouble() * _random.NextDouble());
            var queued = From + (step * number) + TimeSpan.FromMilliseconds(_random.Next(1, 20));
            var started = queued + (TimeSpan.FromMilliseconds(200) * -Math.Log(1 - _random.NextDouble()));
            var ended = started + (TimeSpan.FromSeconds(5 + (job % 60)) * -Math.Log(1 - _random.NextDouble()));
            var state = StateOf(_random.NextDouble());
            var caller = number % 4 == 0 ? $"x-{number}" : null;
            var marks = new List<string>();
            var details = Details(text.Clear(), marks, number, state, ended);
            yield return new LoadedRun(
                TimeOrderedId.Mint(From + (step * number), JobOf(job)), JobOf(job), state, caller, queued, started, ended, details, marks);
        }
    }

    /// <summary>Every text that a run of these can be found by.</summary>
    public IEnumerable<string> Marks() =>
    [
        .. Enumerable.Range(0, Books).Select(book => $"argument book {book}"),
        .. Enumerable.Range(0, Chapters).Select(chapter => $"argument chapter {chapter}"),
        .. Enumerable.Range(0, Plans).Select(plan => $"resource TaskPlan {plan}"),
        .. Enumerable.Range(0, Correlations).Select(one => $"correlation_id c-{one}"),
        .. Enumerable.Range(0, Hosts).Select(host => $"host w{host}"),
        .. Enumerable.Range(0, Teams).Select(team => $"label team t{team}"),
        .. Enumerable.Range(0, (int)(count / 20) + 1).Select(one => $"provider_id p-{one}"),
    ];

    static RunState StateOf(double dice) => dice switch
    {
        < 0.95 => RunState.Succeeded,
        < 0.99 => RunState.Failed,
        < 0.993 => RunState.Killed,
        < 0.996 => RunState.TimedOut,
        < 0.998 => RunState.Skipped,
        _ => RunState.Missed,
    };

    string Details(StringBuilder text, List<string> marks, long number, RunState state, DateTimeOffset ended)
    {
        var (book, chapter, plan) = (_random.Next(Books), _random.Next(Chapters), _random.Next(Plans));
        marks.AddRange([$"resource TaskPlan {plan}", $"argument book {book}", $"argument chapter {chapter}"]);
        text.Append(CultureInfo.InvariantCulture, $$$"""{"arguments":{"book":"{{{book}}}","chapter":"{{{chapter}}}"}""");
        text.Append(CultureInfo.InvariantCulture, $$$""","resources":[{"kind":"TaskPlan","id":"{{{plan}}}"}]""");
        if (number % 10 == 0)
        {
            Keep(text, marks, "host", $"w{_random.Next(Hosts)}");
            var team = _random.Next(Teams);
            marks.Add($"label team t{team}");
            text.Append(CultureInfo.InvariantCulture, $$$""","labels":{"team":"t{{{team}}}"}""");
        }

        if (number % 20 == 0)
        {
            Keep(text, marks, "provider_id", $"p-{number / 20}");
        }

        if (number % 50 == 0)
        {
            Keep(text, marks, "correlation_id", $"c-{_random.Next(Correlations)}");
        }

        if (state == RunState.Failed)
        {
            text.Append(CultureInfo.InvariantCulture, $$$""","errors":[{"at":"{{{ended.UtcDateTime:O}}}","attempt":1,"error":""")
                .Append(CultureInfo.InvariantCulture, $$$"""{"class":"Timeout","message":"host w{{{number % Hosts}}} did not answer"}}]""");
        }

        return text.Append('}').ToString();
    }

    static void Keep(StringBuilder text, List<string> marks, string name, string value)
    {
        marks.Add($"{name} {value}");
        text.Append(CultureInfo.InvariantCulture, $",\"{name}\":\"{value}\"");
    }
}
