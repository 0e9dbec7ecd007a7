using Microsoft.AspNetCore.Http.HttpResults;
using Vigilant.Domain.Jobs;
using Vigilant.Server.Access;
using Vigilant.Server.Hosting.Http;
using Vigilant.Server.Runs.Queries;

namespace Vigilant.Server.Runs.Export;

/// <summary>Runs to take away, as many as there are.</summary>
static class ExportEndpoints
{
    const string Format = "format";
    static readonly string[] OfPages = ["limit", "cursor"];

    static readonly Dictionary<string, IRunFormat> Formats = new()
    {
        ["ndjson"] = new NdjsonFormat(),
        ["csv"] = new CsvFormat(),
    };

    public static RouteGroupBuilder MapRunExport(this RouteGroupBuilder v1)
    {
        v1.MapGroup("/runs").WithTags("Runs").MapGet("/export", ExportAsync).WithName("ExportRuns")
            .WithSummary("Every run that matches the filters of the list, with everything that was told of it, as NDJSON or CSV.")
            .ProducesValidationProblem();
        return v1;
    }

    static async Task<Results<EmptyHttpResult, ProblemHttpResult>> ExportAsync(HttpContext http, ProjectId project, RunReader reader)
    {
        var errors = new FieldErrors();
        var query = http.Request.Query;
        var name = (string?)query[Format] ?? "ndjson";
        var format = Formats.GetValueOrDefault(name);
        errors.AddIf(Format, format is null ? $"is ndjson or csv, was {name}" : null);
        foreach (var field in OfPages.Where(query.ContainsKey))
        {
            errors.Add(field, "belongs to lists; an export has no pages");
        }

        var filter = RunFilterReader.Read(new QueryCollection(query.Where(one => one.Key != Format).ToDictionary()), errors);
        if (!errors.None)
        {
            return Problems.Invalid(errors);
        }

        http.Response.ContentType = format!.ContentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"runs.{name}\"";
        await WriteAsync(http, project, filter, format, reader);
        return TypedResults.Empty;
    }

    /// <summary>Page by page: no statement lasts, and no more than a page is in memory, however slowly the client reads.</summary>
    static async Task WriteAsync(HttpContext http, ProjectId project, RunFilter filter, IRunFormat format, RunReader reader)
    {
        const int runsAtOnce = 500;
        var output = http.Response.BodyWriter;
        format.Begin(output);
        Guid? behind = null;
        do
        {
            var page = await reader.ListWholeAsync(project.Value, filter, behind, runsAtOnce, http.RequestAborted);
            foreach (var run in page.Runs)
            {
                format.Write(run, output);
            }

            await output.FlushAsync(http.RequestAborted);
            behind = page.Next;
        }
        while (behind is not null);
    }
}
