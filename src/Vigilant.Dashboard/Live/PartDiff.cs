namespace Vigilant.Dashboard.Live;

/// <summary>Renders what is not as it was, and keeps the rest.</summary>
sealed class PartDiff(PartRenderer renderer)
{
    public async Task<IReadOnlyList<RenderedPart>> ApplyAsync(
        IReadOnlyList<RenderedPart> before, IReadOnlyList<LivePart> now, long version)
    {
        var known = before.ToDictionary(part => part.Part.Id);
        var parts = new List<RenderedPart>();
        foreach (var part in now)
        {
            known.TryGetValue(part.Id, out var old);
            if (part.Rows.Count > 0 && old is not null && SameRows(old.Part, part))
            {
                parts.Add(old with { Part = part });
                await AddRowsAsync(parts, known, part.Rows, version);
            }
            else
            {
                parts.Add(await RenderAsync(old, part, version));
                parts.AddRange(part.Rows.Select(row => new RenderedPart(row, "", 0)));
            }
        }

        return parts;
    }

    static bool SameRows(LivePart old, LivePart now) =>
        old.Rows.Select(row => row.Id).SequenceEqual(now.Rows.Select(row => row.Id));

    async Task AddRowsAsync(
        List<RenderedPart> parts, Dictionary<string, RenderedPart> known, IReadOnlyList<LivePart> rows, long version)
    {
        foreach (var row in rows)
        {
            parts.Add(await RenderAsync(known.GetValueOrDefault(row.Id), row, version));
        }
    }

    async Task<RenderedPart> RenderAsync(RenderedPart? old, LivePart part, long version) =>
        old is not null && old.Part.Model.Equals(part.Model)
            ? old with { Part = part }
            : new RenderedPart(part, await renderer.RenderAsync(part), version);
}
