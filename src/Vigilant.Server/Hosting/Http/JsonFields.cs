using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Vigilant.Domain;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Hosting.Http;

/// <summary>Reads a JSON object into a record whose fields may all be left out.</summary>
static class JsonFields
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static JsonBody<T> Read<T>(ReadOnlyMemory<byte> bytes, HttpContext context)
        where T : class
    {
        var options = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        try
        {
            using var document = JsonDocument.Parse(bytes.IsEmpty ? "{}"u8.ToArray() : bytes, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? ReadObject<T>(document.RootElement, options)
                : Refuse<T>("The body must be a JSON object.");
        }
        catch (JsonException error)
        {
            return Refuse<T>(Describe(error));
        }
        catch (InvalidOperationException)
        {
            return Refuse<T>("The body holds text that is not valid Unicode. Send it as UTF-8.");
        }
    }

    // Fields are tried one by one, and the record is read from those that are sound: one mistake must not hide the others.
    static JsonBody<T> ReadObject<T>(JsonElement body, JsonSerializerOptions options)
        where T : class
    {
        var type = options.GetTypeInfo(typeof(T));
        var fields = type.Properties.ToDictionary(property => property.Name);
        var errors = new FieldErrors();
        var sound = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(sound))
        {
            writer.WriteStartObject();
            foreach (var given in body.EnumerateObject().Where(given => IsSound(given, fields, options, errors)))
            {
                given.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return new JsonBody<T>((T?)JsonSerializer.Deserialize(sound.WrittenSpan, type), errors, null);
    }

    static bool IsSound(
        JsonProperty given, Dictionary<string, JsonPropertyInfo> fields, JsonSerializerOptions options, FieldErrors errors)
    {
        if (!fields.TryGetValue(given.Name, out var field))
        {
            errors.Add(Excerpt(given.Name), Unknown(given.Name, fields.Keys));
            return false;
        }

        try
        {
            given.Value.Deserialize(options.GetTypeInfo(field.PropertyType));
            return true;
        }
        catch (JsonException)
        {
            errors.Add(given.Name, MustBe(field.PropertyType));
            return false;
        }
    }

    static string MustBe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "must be text",
            _ when type == typeof(int) || type == typeof(long) => "must be a whole number",
            _ when type == typeof(bool) => "must be true or false",
            _ when type == typeof(DateTimeOffset) => "must be a time with its offset, as in 2026-11-20T06:00:00Z",
            _ when type == typeof(IReadOnlyDictionary<string, string>) => "must be an object whose values are text",
            _ when type == typeof(IReadOnlyList<string>) => "must be an array of texts",
            _ => "has a shape that does not fit; see /openapi/v1.json",
        };
    }

    static string Unknown(string name, IEnumerable<string> known) =>
        Likeness.Closest(name, known) is { } meant
            ? $"is not a field; did you mean {meant}?"
            : $"is not a field; the fields are {string.Join(", ", known.Order(StringComparer.Ordinal))}";

    static JsonBody<T> Refuse<T>(string detail)
        where T : class =>
        new(null, new FieldErrors(), Problems.Of(StatusCodes.Status400BadRequest, detail, "The body is not valid."));

    static string Describe(JsonException error) =>
        error is { LineNumber: { } line, BytePositionInLine: { } at }
            ? $"The body is not valid JSON: line {line + 1}, byte {at + 1}. Mend it and send it again."
            : "The body is not valid JSON, or names a field twice. Mend it and send it again.";

    static string Excerpt(string name) => name.Length > 60 ? name[..60] + "..." : name;
}
