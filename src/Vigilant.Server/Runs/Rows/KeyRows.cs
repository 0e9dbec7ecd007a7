using Vigilant.Domain.Runs;

namespace Vigilant.Server.Runs.Rows;

/// <summary>The senders' own ids of ended runs.</summary>
sealed class KeyRows(Columns columns)
{
    readonly List<Guid> _keyProject = columns.Add<Guid>("key_project");
    readonly List<Guid> _keyJob = columns.Add<Guid>("key_job");
    readonly List<string> _keyRid = columns.Add<string>("key_rid");
    readonly List<Guid> _keyRun = columns.Add<Guid>("key_run");
    readonly List<DateTimeOffset> _keyEnded = columns.Add<DateTimeOffset>("key_ended");

    public void Add(Guid project, Guid job, string rid, EndedRun run)
    {
        _keyProject.Add(project);
        _keyJob.Add(job);
        _keyRid.Add(rid);
        _keyRun.Add(run.Id);
        _keyEnded.Add(run.EndedAt);
    }
}
