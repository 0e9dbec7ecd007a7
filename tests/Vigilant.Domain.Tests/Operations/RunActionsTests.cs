using Vigilant.Domain.Operations;
using Vigilant.Domain.Runs;

namespace Vigilant.Domain.Tests.Operations;

public sealed class RunActionsTests
{
    [Fact]
    public void Every_action_has_a_word_that_means_it_again()
    {
        Assert.Equal(RunActions.Words.Count, RunActions.Words.Distinct().Count());
        Assert.All(RunActions.Words, word => Assert.Equal(word, RunActions.Parse(word)!.Value.Word()));
        Assert.Null(RunActions.Parse("kill"));
    }

    [Theory]
    [InlineData("request_kill", "", "created queued started")]
    [InlineData("request_kill", "queued failed", "queued")]
    [InlineData("request_kill", "failed killed", "")]
    [InlineData("delete", "", "succeeded failed timed_out killed missed skipped unknown")]
    [InlineData("delete", "queued", "")]
    [InlineData("ask_retry", "started failed", "failed")]
    [InlineData("label", "started failed", "started failed")]
    [InlineData("pin", "started failed", "started failed")]
    [InlineData("unpin", "", "created queued started succeeded failed timed_out killed missed skipped unknown")]
    [InlineData("label", "", "created queued started succeeded failed timed_out killed missed skipped unknown")]
    public void An_action_is_about_the_states_that_it_can_change(string action, string asked, string expected)
    {
        var states = asked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => RunStates.Parse(word)!.Value).ToArray();
        var narrowed = RunActions.Parse(action)!.Value.Narrow(states);
        Assert.Equal(expected, string.Join(' ', narrowed.Select(state => state.Word())));
    }

    [Theory]
    [InlineData(OperationState.Waiting, "waiting", false)]
    [InlineData(OperationState.Working, "working", false)]
    [InlineData(OperationState.Done, "done", true)]
    [InlineData(OperationState.Cancelled, "cancelled", true)]
    [InlineData(OperationState.Failed, "failed", true)]
    public void An_operation_is_over_when_it_is_done_cancelled_or_failed(OperationState state, string word, bool isOver) =>
        Assert.Equal((word, isOver), (state.Word(), state.IsOver()));
}
