namespace Vigilant.Server.Hosting.Settings;

readonly record struct KnownKey(string Key, Type Type);
