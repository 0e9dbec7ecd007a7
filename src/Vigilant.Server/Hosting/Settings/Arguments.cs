namespace Vigilant.Server.Hosting.Settings;

/// <summary>The command line, taken apart: a command, and settings by their configuration key.</summary>
sealed record Arguments(string Command, IReadOnlyDictionary<string, string?> Settings, IReadOnlyList<string> Errors)
{
    static readonly string[] Commands = ["serve", "check"];

    static readonly Dictionary<string, string> Options = new()
    {
        ["--urls"] = "Vigilant:Urls",
        ["--data"] = "Vigilant:Data",
        ["--database"] = "Vigilant:Database",
    };

    static readonly string[] Switches = ["--help", "--version"];

    public static Arguments Parse(string[] args)
    {
        var reading = new Reading(new Queue<string>(args));
        while (reading.Rest.TryDequeue(out var word))
        {
            Read(word, reading);
        }

        return new Arguments(reading.Command ?? "serve", reading.Settings, reading.Errors);
    }

    static void Read(string word, Reading reading)
    {
        if (word is "--help" or "-h" or "-?" or "help")
        {
            reading.Command = "help";
        }
        else if (word is "--version" or "version")
        {
            reading.Command = "version";
        }
        else if (word.StartsWith("--", StringComparison.Ordinal))
        {
            ReadOption(word, reading);
        }
        else if (Commands.Contains(word))
        {
            reading.Command ??= word;
        }
        else
        {
            reading.Errors.Add($"'{word}' is not a command.{Nearest.Hint(word, Commands)} See --help.");
        }
    }

    static void ReadOption(string word, Reading reading)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? word : word[..equals];
        if (KeyOf(name) is not { } key)
        {
            reading.Errors.Add($"'{name}' is not an option.{Nearest.Hint(name, [.. Options.Keys, .. Switches])} See --help.");
            SkipValue(equals < 0 ? reading.Rest : []);
        }
        else if (equals >= 0)
        {
            reading.Settings[key] = word[(equals + 1)..];
        }
        else if (reading.Rest.TryDequeue(out var value))
        {
            reading.Settings[key] = value;
        }
        else
        {
            reading.Errors.Add($"{name}: needs a value, as in {name}=value.");
        }
    }

    // What follows an unknown option is its value, and no second mistake.
    static void SkipValue(Queue<string> rest)
    {
        if (rest.TryPeek(out var next) && !next.StartsWith('-'))
        {
            rest.Dequeue();
        }
    }

    // Every setting can be given by its own key: --Vigilant:Detection:Rest=00:00:01.
    static string? KeyOf(string name) =>
        Options.TryGetValue(name, out var key) ? key : name.Contains(':', StringComparison.Ordinal) ? name[2..] : null;

    sealed class Reading(Queue<string> rest)
    {
        public Queue<string> Rest { get; } = rest;

        public string? Command { get; set; }

        public Dictionary<string, string?> Settings { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<string> Errors { get; } = [];
    }
}
