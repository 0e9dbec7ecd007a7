namespace Vigilant.Server.Hosting.Settings;

/// <summary>The server does not start with these settings; every mistake that was found is named.</summary>
sealed class SettingsRefusedException(IReadOnlyList<string> mistakes) : Exception(string.Join(Environment.NewLine, mistakes))
{
    public IReadOnlyList<string> Mistakes { get; } = mistakes;
}
