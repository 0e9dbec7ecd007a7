using System.Globalization;
using Vigilant.Domain.Operations;

namespace Vigilant.Dashboard.Operations;

/// <summary>Operations as people say them.</summary>
public static class OperationWords
{
    public static string Of(RunAction action) => action switch
    {
        RunAction.RequestKill => "Request kill",
        RunAction.Delete => "Delete",
        RunAction.Label => "Label",
        RunAction.Pin => "Pin",
        RunAction.Unpin => "Unpin",
        _ => "Ask for retry",
    };

    public static string Tone(OperationState state) => state switch
    {
        OperationState.Done => "green",
        OperationState.Failed => "red",
        OperationState.Cancelled => "grey",
        _ => "yellow",
    };

    /// <summary>With thin gaps between thousands, as in <c>100 000</c>.</summary>
    public static string Number(double number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');
}
