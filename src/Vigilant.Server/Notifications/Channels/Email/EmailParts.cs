namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>The blocks that a mail is put together from. A block without content is not there.</summary>
static class EmailParts
{
    public static Html Facts(IEnumerable<(string Label, string Text)> facts, bool strong)
    {
        var rows = facts.Select(fact => Html.Of(
            $"""
            <tr>
            <td class="label soft line" style="width:112px;padding:7px 12px 7px 0;border-top:1px solid #eceef1;vertical-align:top;font-size:13px;color:#6b7280">{fact.Label}</td>
            <td class="ink line" style="padding:7px 0;border-top:1px solid #eceef1;vertical-align:top;font-size:14px;font-weight:{(strong ? "600" : "400")};color:#14181f;word-break:break-word">{fact.Text}</td>
            </tr>
            """)).ToList();
        return rows.Count == 0
            ? Html.Nothing
            : Html.Of($"""<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="margin:18px 0 0">{Html.Join(rows)}</table>""");
    }

    public static Html Buttons(IEnumerable<(string Label, string Url)> links)
    {
        var buttons = links.Select((link, place) => place == 0 ? First(link.Label, link.Url) : Further(link.Label, link.Url)).ToList();
        return buttons.Count == 0 ? Html.Nothing : Html.Of($"""<div style="margin:20px 0 0">{Html.Join(buttons)}</div>""");
    }

    public static Html Output(string? output) => output is null
        ? Html.Nothing
        : Html.Of(
            $"""
            {Title("Last output")}
            <pre class="output" style="margin:8px 0 0;padding:12px 14px;border:1px solid #e2e5ea;border-radius:8px;background:#f7f8fa;color:#1f2937;font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;font-size:12.5px;line-height:1.5;white-space:pre-wrap;word-break:break-word">{output}</pre>
            """);

    public static Html Runs(IReadOnlyList<RunWords> runs) => runs.Count == 0
        ? Html.Nothing
        : Html.Of(
            $"""
            {Title("Last runs")}
            <table width="100%" cellpadding="0" cellspacing="0" style="margin:6px 0 0;font-size:13px;text-align:left">
            <tr>{Column("State")}{Column("Started")}{Column("Took")}{Column("Exit", "wide ")}</tr>
            {Html.Join(runs.Select(Row))}
            </table>
            """);

    static Html First(string label, string url) => Html.Of(
        $"""<a href="{url}" style="display:inline-block;margin:0 10px 8px 0;padding:9px 18px;border-radius:7px;background:#1d4ed8;border:1px solid #1d4ed8;color:#ffffff;font-size:14px;font-weight:600;text-decoration:none">{label}</a>""");

    static Html Further(string label, string url) => Html.Of(
        $"""<a class="second" href="{url}" style="display:inline-block;margin:0 10px 8px 0;padding:9px 16px;border-radius:7px;border:1px solid #cfd5dd;color:#1d4ed8;font-size:14px;font-weight:600;text-decoration:none">{label}</a>""");

    static Html Title(string title) => Html.Of(
        $"""<h2 class="soft" style="margin:24px 0 0;font-size:13px;font-weight:600;color:#6b7280">{title}</h2>""");

    static Html Column(string name, string also = "") => Html.Of(
        $"""<th class="{also}soft" style="padding:6px 10px 6px 0;font-weight:500;color:#6b7280">{name}</th>""");

    static Html Row(RunWords run) => Html.Of(
        $"""
        <tr>
        <td class="line {Mood(run.State)}" style="padding:6px 10px 6px 0;border-top:1px solid #eceef1;font-weight:600;color:{Colour(run.State)}">{run.State}</td>
        {Cell(run.Started)}{Cell(run.Took)}{Cell(run.Exit, "wide ")}
        </tr>
        """);

    static Html Cell(string text, string also = "") => Html.Of(
        $"""<td class="{also}line ink" style="padding:6px 10px 6px 0;border-top:1px solid #eceef1;color:#14181f">{text}</td>""");

    static string Mood(string state) => state switch
    {
        "succeeded" => "good",
        "failed" or "killed" or "timed_out" => "bad",
        _ => "ink",
    };

    static string Colour(string state) => state switch
    {
        "succeeded" => "#15803d",
        "failed" or "killed" or "timed_out" => "#c81e1e",
        _ => "#14181f",
    };
}
