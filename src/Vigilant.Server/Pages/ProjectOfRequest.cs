using Vigilant.Dashboard.Layout;
using Vigilant.Server.Access;

namespace Vigilant.Server.Pages;

sealed class ProjectOfRequest(IHttpContextAccessor requests) : ICurrentProject
{
    public async ValueTask<Guid> IdAsync() => (await ProjectId.BindAsync(requests.HttpContext!)).Value;
}
