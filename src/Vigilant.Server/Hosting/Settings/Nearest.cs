using Vigilant.Domain;

namespace Vigilant.Server.Hosting.Settings;

static class Nearest
{
    /// <summary>" Did you mean 'x'?", or nothing when nothing known is near.</summary>
    public static string Hint(string word, IEnumerable<string> known) =>
        Likeness.Closest(word, known) is { } meant ? $" Did you mean '{meant}'?" : "";
}
