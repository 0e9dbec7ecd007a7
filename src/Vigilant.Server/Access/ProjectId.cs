namespace Vigilant.Server.Access;

/// <summary>The project that the request's key or session belongs to. An endpoint that takes one is scoped by it.</summary>
readonly record struct ProjectId(Guid Value)
{
    const string Item = "vigilant.project";

    public static void Set(HttpContext context, Guid project) => context.Items[Item] = new ProjectId(project);

    public static ValueTask<ProjectId> BindAsync(HttpContext context) =>
        context.Items[Item] is ProjectId project
            ? ValueTask.FromResult(project)
            : throw new InvalidOperationException("This endpoint is mapped outside the group that asks for a key.");
}
