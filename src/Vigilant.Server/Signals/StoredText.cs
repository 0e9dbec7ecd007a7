using System.Text;

namespace Vigilant.Server.Signals;

/// <summary>Text that PostgreSQL takes: it refuses NUL and halves of surrogate pairs.</summary>
static class StoredText
{
    public static string Clean(string text)
    {
        var clean = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && !text.Contains('\0', StringComparison.Ordinal);
        return clean ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
    }
}
