using System.Net;
using Microsoft.Extensions.Options;

namespace Vigilant.Server.Notifications.Outbound;

sealed class OutboundOptionsRules : IValidateOptions<OutboundOptions>
{
    public ValidateOptionsResult Validate(string? name, OutboundOptions options)
    {
        var errors = new ValidateOptionsResultBuilder();
        foreach (var item in Items(options).Where(item => Network(item) is null))
        {
            errors.AddError($"must be networks like 10.0.0.0/8 with commas between, was '{item}'", $"{OutboundOptions.Section}:Allow");
        }

        if (options.CaFile.Length > 0 && !File.Exists(options.CaFile))
        {
            errors.AddError($"must be a file that can be read, was '{options.CaFile}'", $"{OutboundOptions.Section}:CaFile");
        }

        return errors.Build();
    }

    public static IReadOnlyList<IPNetwork> Networks(OutboundOptions options) =>
        [.. Items(options).Select(Network).OfType<IPNetwork>()];

    static string[] Items(OutboundOptions options) =>
        options.Allow.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static IPNetwork? Network(string item)
    {
        if (IPNetwork.TryParse(item, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(item, out var address) && item.AsSpan().ContainsAny(".:")
            ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : null;
    }
}
