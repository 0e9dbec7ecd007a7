using System.Text.Json.Nodes;
using Vigilant.Contracts;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Runs;
using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;
using Vigilant.Server.Runs.Removal;
using Vigilant.Server.Signals.Doors.Api;

namespace Vigilant.Server.Pages;

/// <summary>What people do to runs on the pages: kill requests are signals, like those of programs.</summary>
sealed class RunActions(ISignalIntake intake, RunTarget target, IStorageRoom room, RunPins pins, RunJobs jobs) : IRunActions
{
    const int LongestText = 1000;
    const string Unwritten = "It could not be written now. Try again in a few seconds.";

    public async Task<ActionOutcome> RequestKillAsync(Guid project, Guid run, string by, string why, CancellationToken stopping)
    {
        if (!room.HasRoom)
        {
            intake.Refuse();
            return new ActionOutcome.Refused(Unwritten);
        }

        if (await target.FindJobAsync(project, run, stopping) is not { } job)
        {
            return new ActionOutcome.NotFound();
        }

        var signal = new IncomingSignal
        {
            JobId = job,
            Kind = SignalKind.KillRequested,
            IsNamed = true,
            Run = run,
            Details = new SignalDetails(null, new JsonObject { ["kill"] = new JsonObject { ["who"] = Kept(by), ["why"] = Kept(why) } }, null, null),
            Sender = "pages",
        };
        return (await intake.HandAsync(signal), signal.Outcome) switch
        {
            (Answer.Recorded, SignalOutcome.Taken) => new ActionOutcome.Done(),
            (Answer.Recorded, SignalOutcome.Refused refused) => new ActionOutcome.Refused(refused.Why),
            (Answer.Recorded or Answer.UnknownJob, _) => new ActionOutcome.NotFound(),
            _ => new ActionOutcome.Refused(Unwritten),
        };
    }

    public async Task<ActionOutcome> PinAsync(Guid project, Guid run, string by, string why, CancellationToken stopping)
    {
        var errors = PinRules.Check(new PinRequest { Who = by, Why = why });
        if (!errors.None)
        {
            return new ActionOutcome.Refused($"{errors.ToText()}.");
        }

        return await pins.PinAsync(project, [run], by, why, stopping) == 1 ? new ActionOutcome.Done() : new ActionOutcome.NotFound();
    }

    public async Task<ActionOutcome> UnpinAsync(Guid project, Guid run, CancellationToken stopping) =>
        await pins.UnpinAsync(project, [run], stopping) == 1 || (await jobs.FindAsync(project, [run], stopping)).Count == 1
            ? new ActionOutcome.Done()
            : new ActionOutcome.NotFound();

    // PostgreSQL refuses NUL.
    static string Kept(string text) => text[..Math.Min(text.Length, LongestText)].Replace('\0', '\uFFFD');
}
