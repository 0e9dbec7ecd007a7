namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>The colour that says how bad it is; white text on it can be read.</summary>
readonly record struct Paint(string Strong)
{
    public static Paint Of(string badge) => badge switch
    {
        "resolved" => new("#15803d"),
        "fatal" => new("#7f1d1d"),
        "critical" => new("#c81e1e"),
        "warning" => new("#b45309"),
        _ => new("#1d4ed8"),
    };
}
