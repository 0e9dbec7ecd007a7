using System.Collections;
using System.Reflection;

namespace Vigilant.Server.Hosting.Settings;

/// <summary>The settings that options classes take, read off their properties. A star stands for any name or number.</summary>
static class KnownKeys
{
    public const string Any = "*";

    public static IEnumerable<KnownKey> Of(Type options, string section) =>
        options.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite || IsCollection(property.PropertyType))
            .SelectMany(property => OfType(property.PropertyType, $"{section}:{property.Name}"));

    public static bool Covers(KnownKey known, string key)
    {
        var (pattern, actual) = (known.Key.Split(':'), key.Split(':'));
        return pattern.Length == actual.Length && pattern.Zip(actual).All(part => Matches(part.First, part.Second));
    }

    static bool Matches(string pattern, string part) =>
        pattern == Any || pattern.Equals(part, StringComparison.OrdinalIgnoreCase);

    static IEnumerable<KnownKey> OfType(Type type, string key) =>
        IsPlain(type) ? [new KnownKey(key, Nullable.GetUnderlyingType(type) ?? type)]
        : IsCollection(type) ? OfType(ItemOf(type), $"{key}:{Any}")
        : Of(type, key);

    static bool IsPlain(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(TimeSpan) || plain == typeof(Uri)
            || plain == typeof(decimal) || plain == typeof(DateTimeOffset) || plain == typeof(Guid));

    static bool IsCollection(Type type) => type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type);

    static Type ItemOf(Type type) => type.IsArray ? type.GetElementType()! : type.GetGenericArguments()[^1];
}
