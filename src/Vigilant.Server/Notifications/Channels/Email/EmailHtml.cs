namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>
/// The HTML of a mail: tables and inline styles, because that is what mail clients understand; dark colours by a media query for
/// those that know it.
/// </summary>
static class EmailHtml
{
    const string Head = """
        <style>
          :root { color-scheme: light dark; supported-color-schemes: light dark; }
          a { color: #1d4ed8; }
          @media (max-width: 480px) {
            .pad { padding-left: 20px !important; padding-right: 20px !important; }
            .label { width: 92px !important; }
            .wide { display: none !important; }
            h1 { font-size: 20px !important; }
          }
          @media (prefers-color-scheme: dark) {
            .page { background: #0f1216 !important; }
            .card { background: #181c22 !important; border-color: #2b313a !important; }
            .ink { color: #e8ebef !important; }
            .soft { color: #9aa4b2 !important; }
            .line { border-color: #2b313a !important; }
            .output { background: #0f1216 !important; color: #d7dce3 !important; border-color: #2b313a !important; }
            .note { background: #2a2412 !important; color: #f3dfa2 !important; border-color: #5c4c16 !important; }
            .second { color: #8ab4ff !important; border-color: #3a4350 !important; }
            .bad { color: #ff8f86 !important; }
            .good { color: #6fd08c !important; }
          }
        </style>
        """;

    public static string Of(AlertWords words) =>
        Page(
            words.Subject,
            Paint.Of(words.Badge),
            words.Reason ?? "",
            Html.Of(
                $"""
                {Note(words.Undelivered)}
                {Badge(words.Badge)}
                <h1 class="ink" style="margin:10px 0 0;font-size:23px;line-height:1.3;font-weight:650;color:#14181f;word-break:break-word">{words.Headline}</h1>
                {Reason(words.Reason)}
                {Note(words.Unconfirmed)}
                {EmailParts.Facts(words.Story(), strong: true)}
                {EmailParts.Buttons(words.Links())}
                {EmailParts.Facts(words.Facts(), strong: false)}
                {EmailParts.Output(words.Output)}
                {EmailParts.Runs(words.Runs)}
                """));

    public static string OfTest(string subject, string text) =>
        Page(
            subject,
            Paint.Of("info"),
            text,
            Html.Of(
                $"""
                <h1 class="ink" style="margin:0;font-size:23px;line-height:1.3;font-weight:650;color:#14181f;word-break:break-word">{subject}</h1>
                <p class="ink" style="margin:12px 0 0;color:#14181f">{text}</p>
                """));

    static string Page(string title, Paint paint, string preview, Html body) =>
        Html.Of(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{title}</title>
            {new Html(Head)}
            </head>
            <body class="page" style="margin:0;padding:0;background:#f3f4f6;font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:15px;line-height:1.5;-webkit-text-size-adjust:100%">
            <div style="display:none;max-height:0;overflow:hidden">{preview}</div>
            <table role="presentation" class="page" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f4f6"><tr><td align="center" style="padding:24px 12px 32px">
            <table role="presentation" class="card" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border:1px solid #e2e5ea;border-radius:10px;overflow:hidden;border-collapse:separate">
            <tr><td style="height:5px;line-height:5px;font-size:0;background:{paint.Strong}">&nbsp;</td></tr>
            <tr><td class="pad" style="padding:26px 32px 30px">
            {body}
            </td></tr></table>
            <p class="soft" style="margin:16px 0 0;font-size:12px;color:#6b7280">Sent by Vigilant, which listens for silence.</p>
            </td></tr></table>
            </body>
            </html>
            """).Markup;

    static Html Badge(string word)
    {
        var paint = Paint.Of(word);
        return Html.Of(
            $"""<span style="display:inline-block;padding:2px 10px;border-radius:999px;background:{paint.Strong};color:#ffffff;font-size:12px;font-weight:650;letter-spacing:.04em;text-transform:uppercase">{word}</span>""");
    }

    static Html Reason(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? Html.Nothing
        : Html.Of($"""<p class="soft" style="margin:6px 0 0;font-size:16px;color:#4b5563;word-break:break-word">{reason}</p>""");

    static Html Note(string? note) => note is null
        ? Html.Nothing
        : Html.Of($"""<p class="note" style="margin:0 0 16px;padding:10px 14px;border:1px solid #f0d98c;border-radius:8px;background:#fff8e1;color:#6b4e00;font-size:14px">{note}</p>""");
}
