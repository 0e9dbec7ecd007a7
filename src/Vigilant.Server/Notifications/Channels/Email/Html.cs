using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace Vigilant.Server.Notifications.Channels.Email;

/// <summary>Markup. Text that is put into it is encoded by the compiler's doing; only markup stays markup.</summary>
readonly record struct Html(string Markup)
{
    public static readonly Html Nothing = new("");

    public static Html Of(Handler markup) => new(markup.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts.Select(part => part.Markup)));

    public override string ToString() => Markup;

    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount)
    {
        readonly StringBuilder _markup = new(literalLength + (formattedCount * 32));

        public void AppendLiteral(string markup) => _markup.Append(markup);

        public void AppendFormatted(Html markup) => _markup.Append(markup.Markup);

        public void AppendFormatted(string? text) => _markup.Append(WebUtility.HtmlEncode(text));

        public override string ToString() => _markup.ToString();
    }
}
