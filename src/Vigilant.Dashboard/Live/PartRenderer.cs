using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vigilant.Dashboard.Live;

/// <summary>Renders parts from the same components as the pages.</summary>
public sealed class PartRenderer(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    public async Task<string> RenderAsync(LivePart part)
    {
        // A renderer keeps every root it ever rendered, so each part gets one of its own.
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var model = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Model"] = part.Model });
            var root = await renderer.RenderComponentAsync(part.Component, model);
            return root.ToHtmlString();
        });
    }
}
