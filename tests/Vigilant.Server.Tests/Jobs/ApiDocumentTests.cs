using Vigilant.Testing;

namespace Vigilant.Server.Tests.Jobs;

public sealed class ApiDocumentTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task The_document_describes_v1_and_how_to_get_in()
    {
        var document = await fixture.Server.Anonymous.GetJsonAsync("/openapi/v1.json");
        var paths = document.With(200)["paths"]!.AsObject().Select(path => path.Key).ToArray();
        Assert.All(paths, path => Assert.StartsWith("/v1/", path));
        Assert.Contains("/v1/services/{service}/jobs/{job}", paths);
        Assert.Contains("/v1/schedules/preview", paths);
        Assert.Equal("X-Api-Key", (string?)document["components"]!["securitySchemes"]!["ApiKey"]!["name"]);
        Assert.Equal("bearer", (string?)document["components"]!["securitySchemes"]!["Bearer"]!["scheme"]);

        var settings = document["components"]!["schemas"]!["JobSettings"]!["properties"]!;
        Assert.NotNull(settings["grace_seconds"]);
        var put = document["paths"]!["/v1/services/{service}/jobs/{job}"]!["put"]!;
        Assert.Equal(["application/json"], put["requestBody"]!["content"]!.AsObject().Select(content => content.Key));
        Assert.Equal(
            ["service", "job", "environment"],
            put["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!));
        Assert.Equal("""["null","integer"]""", settings["grace_seconds"]!["type"]!.ToJsonString());
        Assert.NotNull(put["responses"]!["201"]!["content"]!["application/json"]!["schema"]);
        Assert.NotNull(put["responses"]!["409"]);
        Assert.NotNull(put["responses"]!["401"]);
    }
}
