namespace Vigilant.Domain.Operations;

/// <summary>The states of operations as words.</summary>
public static class OperationStates
{
    /// <summary>As it is written everywhere.</summary>
    public static string Word(this OperationState state) => state switch
    {
        OperationState.Waiting => "waiting",
        OperationState.Working => "working",
        OperationState.Done => "done",
        OperationState.Cancelled => "cancelled",
        _ => "failed",
    };

    /// <summary>It is done, cancelled or failed, and nothing of it changes again.</summary>
    public static bool IsOver(this OperationState state) => state >= OperationState.Done;
}
