using Microsoft.AspNetCore.Authorization;

namespace Vigilant.Server.Pages;

/// <summary>Passes a convention on to the pages that need a session; those that say they need none are left out.</summary>
sealed class SignedInPages(IEndpointConventionBuilder pages) : IEndpointConventionBuilder
{
    // At the end, because a group's conventions come before what its endpoints say of themselves.
    public void Add(Action<EndpointBuilder> convention) => Finally(convention);

    public void Finally(Action<EndpointBuilder> finallyConvention) => pages.Finally(page => Apply(finallyConvention, page));

    static void Apply(Action<EndpointBuilder> convention, EndpointBuilder page)
    {
        if (!page.Metadata.OfType<IAllowAnonymous>().Any())
        {
            convention(page);
        }
    }
}
