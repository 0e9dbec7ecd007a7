using Microsoft.Extensions.Options;
using Vigilant.Server.Hosting;
using Vigilant.Server.Hosting.Settings;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>Says where the data lies, above all when that is not where somebody would look.</summary>
sealed class PlaceNotice(ClusterPlaces places, IOptions<DataOptions> options) : IStartNotice
{
    public string? Line => options.Value.Database is not null ? "Data is in the external database" : PrivateLine(places.Place);

    static string PrivateLine(ClusterPlace place) => place.IsElsewhere
        ? $"Data is in {place.Home}, because the database's user '{place.User.Name}' cannot enter {place.Data}"
        : $"Data is in {place.Data}";
}
