using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Operations;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Runs.Operations;
using Vigilant.Server.Signals;

namespace Vigilant.Server.Pages;

/// <summary>What people do to many runs on the pages.</summary>
sealed class OperationActions(OperationStore operations) : IOperationActions
{
    public async Task<(Guid? Operation, ActionOutcome Outcome)> StartAsync(Guid project, WantedOperation wanted, CancellationToken stopping)
    {
        var errors = new FieldErrors();
        var filter = wanted.Filter is { } query ? StoredFilter.Of(QueryHelpers.ParseQuery(query)) : null;
        if (new OperationReader(errors).Read(wanted.Action, filter, Ids(wanted, errors), wanted.All, Labels(wanted.Labels, errors), wanted.By, wanted.Why) is not { } draft)
        {
            return (null, new ActionOutcome.Refused($"{errors.ToText()}."));
        }

        return (await operations.AddAsync(project, draft, stopping), new ActionOutcome.Done());
    }

    public async Task<ActionOutcome> CancelAsync(Guid project, Guid operation, CancellationToken stopping) =>
        await operations.CancelAsync(project, operation, stopping)
            ? new ActionOutcome.Done()
            : new ActionOutcome.Refused("It is over already, or it is not there: there is nothing left to cancel.");

    static Guid[]? Ids(WantedOperation wanted, FieldErrors errors)
    {
        if (wanted.Filter is not null && wanted.Runs.Count == 0)
        {
            return null;
        }

        var ids = new HashSet<Guid>();
        foreach (var run in wanted.Runs)
        {
            if (!Guid.TryParse(run, out var id))
            {
                errors.Add("ids", $"hold {run}, which is no id of a run");
                return null;
            }

            ids.Add(id);
        }

        errors.AddIf("ids", ids.Count switch
        {
            0 => "are not given; choose runs first",
            > OperationReader.MostIds => $"are more than {OperationReader.MostIds}; use a filter",
            _ => null,
        });
        return [.. ids];
    }

    static JsonObject? Labels(IReadOnlyList<string> given, FieldErrors errors)
    {
        var labels = new JsonObject();
        foreach (var label in given.Select(label => label.Trim()).Where(label => label.Length > 0))
        {
            var colon = label.IndexOf(':', StringComparison.Ordinal);
            if (colon is < 1 or > 100 || label.Length - colon is 1 or > 1001)
            {
                errors.Add("labels", "are name and value each, as in team:billing");
                return null;
            }

            labels[StoredText.Clean(label[..colon].Trim())] = StoredText.Clean(label[(colon + 1)..].Trim());
        }

        return labels.Count == 0 ? null : labels;
    }
}
