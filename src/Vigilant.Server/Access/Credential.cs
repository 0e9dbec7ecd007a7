namespace Vigilant.Server.Access;

/// <summary>What an endpoint asks for. Metadata of endpoints; those without it ask for nothing.</summary>
sealed class Credential
{
    public static readonly Credential ApiKey = new();
    public static readonly Credential Session = new();

    Credential()
    {
    }
}
