using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vigilant.Contracts;

/// <summary>How everything in this assembly looks on the wire: snake_case, times in UTC, enums as words.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    Converters = [typeof(UtcTimes)])]
[JsonSerializable(typeof(Alert))]
[JsonSerializable(typeof(AlertAction))]
[JsonSerializable(typeof(AlertDetail))]
[JsonSerializable(typeof(AlertList))]
[JsonSerializable(typeof(AlertMessage))]
[JsonSerializable(typeof(AuditList))]
[JsonSerializable(typeof(Channel))]
[JsonSerializable(typeof(ChannelList))]
[JsonSerializable(typeof(ChannelSettings))]
[JsonSerializable(typeof(ChannelTest))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(JobList))]
[JsonSerializable(typeof(JobSettings))]
[JsonSerializable(typeof(LimitSuggestions))]
[JsonSerializable(typeof(NotificationList))]
[JsonSerializable(typeof(Operation))]
[JsonSerializable(typeof(OperationList))]
[JsonSerializable(typeof(OperationPreview))]
[JsonSerializable(typeof(PauseRequest))]
[JsonSerializable(typeof(PinRequest))]
[JsonSerializable(typeof(Resource))]
[JsonSerializable(typeof(ResourceRemoval))]
[JsonSerializable(typeof(Retention))]
[JsonSerializable(typeof(RetentionSettings))]
[JsonSerializable(typeof(Run))]
[JsonSerializable(typeof(RunList))]
[JsonSerializable(typeof(RunPin))]
[JsonSerializable(typeof(RunReceipt))]
[JsonSerializable(typeof(RunStatistics))]
[JsonSerializable(typeof(SchedulePreview))]
[JsonSerializable(typeof(SignalReceipt))]
[JsonSerializable(typeof(SignalReceipts))]
public sealed partial class VigilantJson : JsonSerializerContext
{
    /// <summary>Makes other options write and read as this context does: its types come first, its conventions hold for all.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Converters.Add(new UtcTimes());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.TypeInfoResolverChain.Insert(0, Default);
    }
}
