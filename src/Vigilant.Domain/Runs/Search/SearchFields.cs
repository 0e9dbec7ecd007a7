namespace Vigilant.Domain.Runs.Search;

/// <summary>What can be searched for, by the word before the colon.</summary>
static class SearchFields
{
    delegate void Reader(SearchToken token, DateTimeOffset now, List<SearchFilter> filters, Action<string> complain);

    static readonly Dictionary<string, Reader> Readers = new()
    {
        ["state"] = ReadState,
        ["job"] = ReadJob,
        ["service"] = List("service"),
        ["environment"] = List("environment"),
        ["resource"] = ReadResource,
        ["error"] = Text("error"),
        ["host"] = Text("host"),
        ["queue"] = Text("queue"),
        ["runner"] = Text("runner"),
        ["caller_id"] = Text("caller_id"),
        ["provider_id"] = Text("provider_id"),
        ["correlation_id"] = Text("correlation_id"),
        ["trace_id"] = Text("trace_id"),
        ["parent_id"] = Text("parent_id"),
        ["attempt"] = ReadAttempt,
        ["duration"] = (token, _, filters, complain) => SearchLengths.Read(token.Value, filters, complain),
        ["created"] = Times("created"),
        ["started"] = Times("started"),
        ["ended"] = Times("ended"),
    };

    static readonly Dictionary<string, string> Shorter = new()
    {
        ["is"] = "state",
        ["env"] = "environment",
        ["caller"] = "caller_id",
        ["rid"] = "caller_id",
        ["provider"] = "provider_id",
        ["correlation"] = "correlation_id",
        ["trace"] = "trace_id",
        ["parent"] = "parent_id",
    };

    /// <summary>Adds what the token means and answers the field it is about.</summary>
    public static string Read(SearchToken token, DateTimeOffset now, List<SearchFilter> filters, Action<string> complain)
    {
        var field = token.Field!;
        if (Named(field, "arg.", "argument.") is { } argument)
        {
            AddNamed("argument", argument, token.Value, filters, complain);
            return $"arg.{argument}";
        }

        if (Named(field, "label.") is { } label)
        {
            AddNamed("label", label, token.Value, filters, complain);
            return $"label.{label}";
        }

        field = Shorter.GetValueOrDefault(field, field);
        if (!Readers.TryGetValue(field, out var read))
        {
            complain(Unknown(token.Field!));
        }
        else if (token.Value.Length == 0)
        {
            complain($"says nothing behind {token.Field}:");
        }
        else
        {
            read(token, now, filters, complain);
        }

        return field;
    }

    static string Unknown(string field)
    {
        var known = Readers.Keys.Concat(Shorter.Keys).Concat(["arg.name", "label.name"]);
        return field is "arg" or "argument" or "label"
            ? $"needs a name, as in {(field == "label" ? "label.team:a" : "arg.book:53")}"
            : Likeness.Closest(field, known) is { } meant
                ? $"is no field; did you mean {meant}:?"
                : $"is no field; the fields are {string.Join(", ", Readers.Keys)}, arg.name and label.name. Put text with a colon in quotation marks";
    }

    static string? Named(string field, params ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (field.StartsWith(beginning, StringComparison.Ordinal) && field.Length > beginning.Length)
            {
                return field[beginning.Length..];
            }
        }

        return null;
    }

    static void AddNamed(string filter, string name, string value, List<SearchFilter> filters, Action<string> complain)
    {
        if (value.Length == 0)
        {
            complain("says no value behind the colon");
        }

        filters.Add(new(filter, $"{name}:{value}"));
    }

    static Reader Text(string filter) => (token, _, filters, _) => filters.Add(new(filter, token.Value));

    static Reader List(string filter) => (token, _, filters, _) =>
        filters.AddRange(token.Parts.Where(part => part.Length > 0).Select(part => new SearchFilter(filter, part)));

    static Reader Times(string filter) => (token, now, filters, complain) =>
        SearchTimes.Read(filter, token.Value, now, filters, complain);

    static void ReadState(SearchToken token, DateTimeOffset now, List<SearchFilter> filters, Action<string> complain)
    {
        foreach (var word in token.Parts.Where(part => part.Length > 0))
        {
            if (word is "active" or "finished" || RunStates.Parse(word) is not null)
            {
                filters.Add(new("state", word));
            }
            else
            {
                string[] known = ["active", "finished", .. RunStates.All.Select(state => state.Word())];
                complain(Likeness.Closest(word, known) is { } meant
                    ? $"names no state; did you mean state:{meant}?"
                    : $"names no state; there are {string.Join(", ", known)}");
            }
        }
    }

    static void ReadJob(SearchToken token, DateTimeOffset now, List<SearchFilter> filters, Action<string> complain)
    {
        foreach (var name in token.Parts.Where(part => part.Length > 0))
        {
            var whole = name.Contains('/', StringComparison.Ordinal) && !name.Contains('*', StringComparison.Ordinal);
            filters.Add(new(whole ? "job" : SearchFilter.JobLike, name));
        }
    }

    static void ReadResource(SearchToken token, DateTimeOffset now, List<SearchFilter> filters, Action<string> complain)
    {
        var colon = token.Value.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == token.Value.Length - 1)
        {
            complain("needs kind and id, as in resource:TaskPlan:42");
        }

        filters.Add(new("resource", token.Value));
    }

    static void ReadAttempt(SearchToken token, DateTimeOffset now, List<SearchFilter> filters, Action<string> complain)
    {
        if (!short.TryParse(token.Value, out var number) || number < 1)
        {
            complain("needs a whole number from 1, as in attempt:2");
        }

        filters.Add(new("attempt", token.Value));
    }
}
