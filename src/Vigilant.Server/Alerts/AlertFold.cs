using Vigilant.Domain.Alerts;

namespace Vigilant.Server.Alerts;

/// <summary>One job's verdicts folded into its alerts: what to write and what to tell.</summary>
sealed class AlertFold(JobFacts job, AlertRow? open, DateTimeOffset now)
{
    readonly Dictionary<Guid, AlertRow> _opened = [];
    readonly Dictionary<Guid, AlertRow> _changed = [];
    AlertRow? _open = open;

    public List<AlertEvent> Events { get; } = [];

    public IEnumerable<AlertRow> Opened => _opened.Values;

    public IEnumerable<AlertRow> Changed => _changed.Values;

    /// <summary>Takes the next verdict, in their order, and says why it did what it did.</summary>
    public AlertDecision Take(PendingVerdict pending)
    {
        var decision = AlertRule.Decide(_open?.Says, pending.Verdict, job.Severity);
        switch (decision)
        {
            case AlertDecision.Opened opened:
                Open(opened, pending);
                break;
            case AlertDecision.Updated updated:
                Keep(_open! with { Says = updated.Alert, RunId = pending.RunId, SignalId = pending.SignalId, UpdatedAt = now });
                break;
            case AlertDecision.Resolved resolved:
                Resolve(resolved);
                break;
        }

        return decision;
    }

    void Open(AlertDecision.Opened opened, PendingVerdict pending)
    {
        _open = new AlertRow
        {
            Id = Guid.CreateVersion7(now),
            ProjectId = job.ProjectId,
            JobId = job.Id,
            State = AlertState.Firing,
            Says = opened.Alert,
            RunId = pending.RunId,
            SignalId = pending.SignalId,
            UpdatedAt = now,
        };
        _opened[_open.Id] = _open;
        Events.Add(new AlertEvent(_open, AlertEvent.Firing));
    }

    void Resolve(AlertDecision.Resolved resolved)
    {
        Keep(_open! with
        {
            State = AlertState.Resolved,
            Says = _open!.Says with { MissedCount = resolved.MissedCount },
            UpdatedAt = now,
            ResolvedAt = resolved.At,
            ResolvedBy = resolved.By,
            Resolution = resolved.Resolution,
        });
        Events.Add(new AlertEvent(_open!, AlertEvent.Resolved));
        _open = null;
    }

    void Keep(AlertRow alert)
    {
        _open = alert;
        (_opened.ContainsKey(alert.Id) ? _opened : _changed)[alert.Id] = alert;
    }
}
