using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Vigilant.Dashboard.Layout;
using Vigilant.Dashboard.Operations;
using Vigilant.Server.Access;

namespace Vigilant.Server.Pages;

/// <summary>The forms that do something to many runs, or stop that.</summary>
static class OperationForms
{
    const int MostRepeated = 1000;
    const string Somebody = "somebody on the pages";

    public static void MapOperationForms(this RouteGroupBuilder forms)
    {
        // A page of runs has up to 500; by default a field may be repeated a hundred times.
        forms.MapPost("operations/new", StartAsync).WithFormMappingOptions(maxCollectionSize: MostRepeated);
        forms.MapPost("operations/{operation:guid}/cancel", CancelAsync);
    }

    static async Task<IResult> StartAsync(
        ProjectId project, HttpContext http, [FromServices] IOperationActions actions, [FromForm] OperationFields fields)
    {
        var (operation, outcome) = await actions.StartAsync(project.Value, fields.ToWanted(Somebody), http.RequestAborted);
        return outcome is ActionOutcome.Refused refused
            ? PageRedirect.Refused(refused.Why, fields.Back ?? "operations")
            : PageRedirect.To(http, $"operations/{operation}");
    }

    static async Task<IResult> CancelAsync(ProjectId project, Guid operation, HttpContext http, [FromServices] IOperationActions actions) =>
        await actions.CancelAsync(project.Value, operation, http.RequestAborted) switch
        {
            ActionOutcome.Done => PageRedirect.To(http, $"operations/{operation}"),
            ActionOutcome.Refused refused => PageRedirect.Refused(refused.Why, $"operations/{operation}"),
            _ => throw new UnreachableException(),
        };
}
