using Vigilant.Server.Hosting;

namespace Vigilant.Server.Access;

/// <summary>One-time links by which the owner of the first project signs in. Only their hashes are kept.</summary>
sealed class SignInLinks(SessionStore store, NodeClock clock)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Makes a link; the token goes behind /sign-in/ and is valid for 15 minutes and one use.</summary>
    public async Task<string> CreateAsync(CancellationToken stopping)
    {
        var token = Keys.New(Keys.TokenLength);
        var now = clock.Now;
        await store.AddLinkAsync(Keys.Hash(token), now + Lifetime, now, stopping);
        return token;
    }

    /// <summary>Whether the link could be used now. Looking does not use it: mail scanners and previews look, too.</summary>
    public async Task<bool> IsOpenAsync(string token, CancellationToken stopping) =>
        Keys.HasForm(token, Keys.TokenLength) && await store.IsLinkOpenAsync(Keys.Hash(token), clock.Now, stopping);

    /// <summary>Uses the link up.</summary>
    /// <returns>The project that it opens; null when it is unknown, used or too old.</returns>
    public async Task<Guid?> RedeemAsync(string token, CancellationToken stopping) =>
        Keys.HasForm(token, Keys.TokenLength)
            ? await store.RedeemLinkAsync(Keys.Hash(token), clock.Now, stopping)
            : null;
}
