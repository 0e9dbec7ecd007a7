using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Vigilant.Testing;

/// <summary>Requests as a caller writes them: an address, a text of JSON, and what came back as JSON.</summary>
public static class JsonRequests
{
    public static Task<JsonAnswer> GetJsonAsync(this HttpClient client, string address) =>
        client.SendJsonAsync(HttpMethod.Get, address);

    public static Task<JsonAnswer> PutJsonAsync(this HttpClient client, string address, string json) =>
        client.SendJsonAsync(HttpMethod.Put, address, json);

    public static Task<JsonAnswer> PostJsonAsync(this HttpClient client, string address, string json = "") =>
        client.SendJsonAsync(HttpMethod.Post, address, json);

    public static Task<JsonAnswer> DeleteJsonAsync(this HttpClient client, string address) =>
        client.SendJsonAsync(HttpMethod.Delete, address);

    public static async Task<JsonAnswer> SendJsonAsync(this HttpClient client, HttpMethod method, string address, string? json = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(client.BaseAddress!, address));
        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        var body = type?.EndsWith("json", StringComparison.Ordinal) == true ? JsonNode.Parse(text) : null;
        return new JsonAnswer((int)response.StatusCode, body, text, type);
    }
}
