namespace Vigilant.Dashboard.Live;

/// <summary>A part of a page that can change while somebody looks: an element with an id, rendered by a component from a model.</summary>
/// <param name="Component">Takes the model as its parameter <c>Model</c>; the page itself shows the same one.</param>
/// <param name="Model">What is compared: an equal model is not rendered again.</param>
public sealed record LivePart(string Id, Type Component, object Model)
{
    /// <summary>The parts that this one consists of; while they stay the same ones in the same order, they alone are sent.</summary>
    public IReadOnlyList<LivePart> Rows { get; init; } = [];

    public static LivePart Of<TComponent>(string id, object model) => new(id, typeof(TComponent), model);
}
