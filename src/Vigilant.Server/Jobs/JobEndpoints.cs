using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Contracts;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Jobs;

/// <summary>One job by its name.</summary>
static class JobEndpoints
{
    const string Address = "/services/{service}/jobs/{job}";

    public static void MapJob(this RouteGroupBuilder v1)
    {
        var jobs = v1.MapGroup(Address).WithTags("Jobs").ProducesProblem(StatusCodes.Status404NotFound);
        jobs.MapPut("", PutAsync).WithName("PutJob")
            .WithSummary("Creates a job or replaces its settings; what is left out takes its default. Pause and state stay.")
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        jobs.MapGet("", GetAsync).WithName("GetJob").WithSummary("A job, its settings and how it is.");
        jobs.MapDelete("", DeleteAsync).WithName("DeleteJob").WithSummary("Deletes a job and all that is known of it.");
        jobs.MapPost("/pause", PauseAsync).WithName("PauseJob")
            .WithSummary("Stops the expectation of a job: it is grey, and nothing alarms.")
            .ProducesValidationProblem();
        jobs.MapPost("/resume", ResumeAsync).WithName("ResumeJob").WithSummary("Ends the pause of a job, if there is one.");
    }

    static async Task<Results<Ok<Job>, Created<Job>, ProblemHttpResult>> PutAsync(
        [AsParameters] JobAddress address, JsonBody<JobSettings> body, ProjectId project, JobStore store)
    {
        if (body.Refused is { } refused)
        {
            return refused;
        }

        var draft = JobDrafts.Of(address, body.Value!);
        var errors = body.Errors;
        var check = JobRules.Check(draft);
        errors.AddMissing((check as JobCheck.Refused)?.Errors ?? new FieldErrors());
        if (address.Environment is { } asked && body.Value!.Environment is { } told && asked != told)
        {
            errors.Add("environment", $"is '{asked}' in the query and another in the body; give it once");
        }

        if (!errors.None || check is not JobCheck.Accepted accepted)
        {
            return Problems.Invalid(errors);
        }

        return await store.PutAsync(project.Value, accepted.Definition, address.Aborted) switch
        {
            JobWrite.Written { Created: true } made => TypedResults.Created(address.Self, made.Job.ToContract(address.Public)),
            JobWrite.Written replaced => TypedResults.Ok(replaced.Job.ToContract(address.Public)),
            var failed => Explain(failed, address),
        };
    }

    static async Task<Results<Ok<Job>, ProblemHttpResult>> GetAsync(
        [AsParameters] JobAddress address, ProjectId project, JobStore store) =>
        await store.FindAsync(address.KeyIn(project), address.Aborted) is { } job
            ? TypedResults.Ok(job.ToContract(address.Public))
            : NotFound(address);

    static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        [AsParameters] JobAddress address, ProjectId project, JobStore store) =>
        await store.DeleteAsync(address.KeyIn(project), address.Aborted)
            ? TypedResults.NoContent()
            : NotFound(address);

    static async Task<Results<Ok<Job>, ProblemHttpResult>> PauseAsync(
        [AsParameters] JobAddress address, JsonBody<PauseRequest> body, ProjectId project, JobStore store, NodeClock clock)
    {
        if (body.Refused is { } refused)
        {
            return refused;
        }

        body.Errors.AddMissing(PauseRules.Check(body.Value!, clock.Now));
        if (!body.Errors.None)
        {
            return Problems.Invalid(body.Errors);
        }

        return Answer(await store.PauseAsync(address.KeyIn(project), PauseRules.Of(body.Value!), address.Aborted), address);
    }

    static async Task<Results<Ok<Job>, ProblemHttpResult>> ResumeAsync(
        [AsParameters] JobAddress address, ProjectId project, JobStore store) =>
        Answer(await store.ResumeAsync(address.KeyIn(project), address.Aborted), address);

    static Results<Ok<Job>, ProblemHttpResult> Answer(JobWrite write, JobAddress address) => write is JobWrite.Written written
        ? TypedResults.Ok(written.Job.ToContract(address.Public))
        : Explain(write, address);

    static ProblemHttpResult Explain(JobWrite failed, JobAddress address) => failed switch
    {
        JobWrite.SlugTaken taken => Problems.Conflict(
            $"The slug '{taken.Slug}' belongs to the job {taken.By}. Send another slug with the settings."),
        JobWrite.ChannelsUnknown unknown => Problems.Invalid(
            "channels", $"names no channel of this project: {string.Join(", ", unknown.Channels)}; create it first or leave it out"),
        _ => NotFound(address),
    };

    public static ProblemHttpResult NotFound(JobAddress address) => Problems.NotFound(
        $"There is no job '{address.Job}' of the service '{address.Service}' in the environment '{address.EnvironmentOrDefault}'."
        + " GET /v1/jobs lists those that are.");
}
