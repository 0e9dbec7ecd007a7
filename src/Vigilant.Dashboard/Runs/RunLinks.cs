using Vigilant.Domain.Runs.Search;

namespace Vigilant.Dashboard.Runs;

/// <summary>Addresses that are put together of what others named.</summary>
public static class RunLinks
{
    /// <summary>The page of all that ran for a resource. A slash in an id stays one; a kind with one is searched for.</summary>
    public static string Resource(string kind, string id)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(id);
        return kind.Contains('/', StringComparison.Ordinal) || kind.Length == 0 || id.Length == 0 || id.Split('/').Any(part => part is "" or "." or "..")
            ? RunView.Address(RunSearch.Term("resource", $"{kind}:{id}"))
            : $"resources/{Uri.EscapeDataString(kind)}/{string.Join('/', id.Split('/').Select(Uri.EscapeDataString))}";
    }
}
