namespace Vigilant.Server.Hosting.Commands;

static class Help
{
    public const string Text = """
        Vigilant knows whether automated work really happened.

        vigilant serve     start the server (also without any word)
        vigilant check     look at the settings, start nothing

        --urls <addresses>     where to listen, semicolons between  http://127.0.0.1:8080    VIGILANT_URLS
        --data <folder>        where the private database lives     ./data                   VIGILANT_DATA
        --database <string>    an external PostgreSQL (Npgsql)      the private one          VIGILANT_DATABASE
        --Vigilant:Key=value   any other setting                                             Vigilant__Key
        --help, --version

        VIGILANT_API_KEY (32 letters or digits) and VIGILANT_PING_KEY (22) are the first project's keys.
        VIGILANT_OUTBOUND_ALLOW lists private networks that requests may go to, such as 10.0.0.0/8,192.168.0.0/16.
        Settings are also read from appsettings.json in the working folder and in the data folder.
        All settings: docs/operating.md.
        """;
}
