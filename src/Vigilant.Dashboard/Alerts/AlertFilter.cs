using Microsoft.AspNetCore.Http;

namespace Vigilant.Dashboard.Alerts;

/// <summary>Which alerts to show; lives in the address.</summary>
/// <param name="State"><c>firing</c>, <c>acknowledged</c> or <c>resolved</c>; null: all.</param>
/// <param name="Before">Resolved alerts that were opened before the one with this id: the next page.</param>
public sealed record AlertFilter(
    string? State = null, string? Severity = null, string? Service = null, string? Text = null, Guid? Before = null)
{
    public static IReadOnlyList<string> States { get; } = ["firing", "acknowledged", "resolved"];

    public static IReadOnlyList<string> Severities { get; } = ["fatal", "critical", "warning", "info"];

    public bool IsEmpty => this is { State: null, Severity: null, Service: null, Text: null };

    public static AlertFilter Of(IQueryCollection query) => new(
        States.FirstOrDefault(state => state == query["state"]),
        Severities.FirstOrDefault(severity => severity == query["severity"]),
        One(query, "service"),
        One(query, "text"),
        Guid.TryParse(query["before"], out var before) ? before : null);

    public string Query() => QueryString.Create(new Dictionary<string, string?>
    {
        ["state"] = State,
        ["severity"] = Severity,
        ["service"] = Service,
        ["text"] = Text,
        ["before"] = Before?.ToString(),
    }.Where(part => part.Value is not null)).ToUriComponent();

    static string? One(IQueryCollection query, string name) =>
        query[name].ToString().Trim() is { Length: > 0 } value ? value[..Math.Min(value.Length, 200)] : null;
}
