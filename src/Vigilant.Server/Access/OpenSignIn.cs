namespace Vigilant.Server.Access;

/// <summary>Makes a new sign-in link at each start; the older ones stay valid until their own end.</summary>
sealed class OpenSignIn(SignInLinks links, SignInNotice notice) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken) => notice.Token = await links.CreateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
