namespace Vigilant.Server.Pages;

// Properties, not constructors: a field that a form leaves out is null, not an error.

sealed class PauseFields
{
    public string? By { get; set; }

    public string? Why { get; set; }

    /// <summary>In UTC.</summary>
    public DateTime? Until { get; set; }
}

sealed class AlertFields
{
    public string? By { get; set; }

    public string? Note { get; set; }

    /// <summary>The page to show afterwards, relative to where the pages begin.</summary>
    public string? Back { get; set; }
}

sealed class KillFields
{
    public string? By { get; set; }

    public string? Why { get; set; }
}

sealed class PinFields
{
    public string? By { get; set; }

    public string? Why { get; set; }
}
