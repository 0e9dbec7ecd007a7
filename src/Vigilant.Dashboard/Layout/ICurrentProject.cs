namespace Vigilant.Dashboard.Layout;

/// <summary>Whose pages the request may see: the project that its session belongs to.</summary>
public interface ICurrentProject
{
    ValueTask<Guid> IdAsync();
}
