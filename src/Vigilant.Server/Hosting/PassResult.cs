namespace Vigilant.Server.Hosting;

readonly record struct PassResult(int Done, TimeSpan Rest);
