using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Vigilant.Dashboard.Tests;

/// <summary>A component's HTML, without a server.</summary>
static class Rendered
{
    public static readonly DateTimeOffset Now = new(2026, 11, 20, 6, 0, 0, TimeSpan.Zero);

    public static Task<string> OfAsync<TComponent>(object model)
        where TComponent : IComponent => OfAsync<TComponent>(new Dictionary<string, object?> { ["Model"] = model });

    public static async Task<string> OfAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().AddSingleton<TimeProvider>(new StoppedClock()).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var given = ParameterView.FromDictionary(parameters);
            return (await renderer.RenderComponentAsync<TComponent>(given)).ToHtmlString();
        });
    }

    sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
