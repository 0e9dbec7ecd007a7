using Microsoft.AspNetCore.Authorization;

namespace Vigilant.Server.Pages;

/// <summary>Passes a convention on to the pages that need a session; those that say they need none are left out.</summary>
sealed class SignedInPages(IEndpointConventionBuilder pages) : IEndpointConventionBuilder
{
    public void Add(Action<EndpointBuilder> convention) => pages.Add(page => Apply(convention, page));

    public void Finally(Action<EndpointBuilder> finallyConvention) => pages.Finally(page => Apply(finallyConvention, page));

    static void Apply(Action<EndpointBuilder> convention, EndpointBuilder page)
    {
        if (!page.Metadata.OfType<IAllowAnonymous>().Any())
        {
            convention(page);
        }
    }
}
