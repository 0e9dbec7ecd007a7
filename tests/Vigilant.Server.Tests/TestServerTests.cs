using System.Net;
using Vigilant.Testing;

namespace Vigilant.Server.Tests;

public sealed class TestServerTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_whole_server_answers_on_a_port_of_its_own()
    {
        var answer = await fixture.Server.Anonymous.GetAsync(
            new Uri("/nothing-here", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
