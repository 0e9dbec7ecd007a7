using Microsoft.AspNetCore.Mvc;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;

namespace Vigilant.Server.Jobs;

/// <summary>A job as the address of a request names it.</summary>
readonly record struct JobAddress(
    [property: FromRoute(Name = "service")] string Service,
    [property: FromRoute(Name = "job")] string Job,
    [property: FromQuery(Name = "environment")] string? Environment,
    HttpContext Context)
{
    public string EnvironmentOrDefault => Environment ?? JobRules.DefaultEnvironment;

    public CancellationToken Aborted => Context.RequestAborted;

    /// <summary>The server's address as the caller knows it.</summary>
    public Uri Public => Context.RequestServices.GetRequiredService<PublicAddress>().Of(Context.Request);

    public Uri Self => new(Public, $"{Context.Request.Path.ToUriComponent().TrimStart('/')}{Context.Request.QueryString}");

    public JobKey KeyIn(ProjectId project) => new(project.Value, EnvironmentOrDefault, Service, Job);
}
