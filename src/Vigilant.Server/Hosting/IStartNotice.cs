namespace Vigilant.Server.Hosting;

/// <summary>Something that a person at the console should read once the server is ready.</summary>
interface IStartNotice
{
    /// <summary>One line, or null when there is nothing to say. Asked once, after the start.</summary>
    string? Line { get; }
}
