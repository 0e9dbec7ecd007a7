using Vigilant.Dashboard.Alerts;
using Vigilant.Dashboard.Channels;
using Vigilant.Dashboard.Jobs;
using Vigilant.Dashboard.Layout;
using Vigilant.Testing;

namespace Vigilant.Browser;

/// <summary>Does what the pages' forms ask for straight in the tables, so that pages are tested without the slices behind them.</summary>
sealed class DirectActions(TestDatabase database) : IJobActions, IAlertActions, IChannelActions
{
    public async Task<ActionOutcome> PauseAsync(
        Guid project, Guid job, string by, string why, DateTimeOffset? until, CancellationToken stopping)
    {
        await database.ExecuteAsync(
            $"insert into job_pause (job_id, project_id, paused_at, paused_by, why) values ('{job}', '{project}', now(), '{by}', '{why}')");
        return new ActionOutcome.Done();
    }

    public async Task<ActionOutcome> ResumeAsync(Guid project, Guid job, string by, CancellationToken stopping)
    {
        await database.ExecuteAsync($"delete from job_pause where job_id = '{job}'");
        return new ActionOutcome.Done();
    }

    public async Task<ActionOutcome> AcknowledgeAsync(
        Guid project, Guid alert, string by, string note, CancellationToken stopping)
    {
        await database.ExecuteAsync(
            $"update alert set state = 'acknowledged', acknowledged_at = now(), acknowledged_by = '{by}', note = '{note}' where id = '{alert}'");
        return new ActionOutcome.Done();
    }

    public async Task<ActionOutcome> ResolveAsync(Guid project, Guid alert, string by, string note, CancellationToken stopping)
    {
        await database.ExecuteAsync(
            $"update alert set state = 'resolved', resolved_at = now(), resolved_by = '{by}' where id = '{alert}'");
        return new ActionOutcome.Done();
    }

    public Task<ActionOutcome> TestAsync(Guid project, Guid channel, CancellationToken stopping) =>
        Task.FromResult<ActionOutcome>(new ActionOutcome.Refused("This channel is disabled: enable it first."));
}
