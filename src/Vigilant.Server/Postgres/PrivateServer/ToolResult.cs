namespace Vigilant.Server.Postgres.PrivateServer;

readonly record struct ToolResult(int ExitCode, string Output)
{
    public bool Worked => ExitCode == 0;
}
