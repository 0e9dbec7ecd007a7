using Vigilant.Bench;

var isShort = args.Contains("--short");
var runs = args.FirstOrDefault(arg => arg.StartsWith("--runs=", StringComparison.Ordinal)) is { } given
    ? long.Parse(given["--runs=".Length..], System.Globalization.CultureInfo.InvariantCulture)
    : (long?)null;
switch (args.FirstOrDefault(arg => !arg.StartsWith("--", StringComparison.Ordinal)))
{
    case "bare":
        await BareEndpoint.RunAsync();
        return 0;
    case "pings":
        await PingBench.RunAsync(isShort);
        return 0;
    case "runs":
        await RunBench.RunAsync(isShort);
        return 0;
    case "bullmq":
        await BullMqBench.RunAsync(isShort);
        return 0;
    case "manyruns":
        await ManyRunsBench.RunAsync(isShort, runs, args.Contains("--keep"));
        return 0;
    case "operations":
        await OperationBench.RunAsync(isShort);
        return 0;
    case "deadlines":
        await DeadlineBench.RunAsync(isShort);
        return 0;
    case "detection":
        await DetectionBench.RunAsync(isShort);
        return 0;
    case "recovery":
        await RecoveryBench.RunAsync(isShort);
        return 0;
    case null:
        await PingBench.RunAsync(isShort);
        await RunBench.RunAsync(isShort);
        await OperationBench.RunAsync(isShort);
        await DeadlineBench.RunAsync(isShort);
        await DetectionBench.RunAsync(isShort);
        await RecoveryBench.RunAsync(isShort);
        return 0;
    default:
        Console.Error.WriteLine(
            "Say one of: pings, runs, bullmq, manyruns, operations, deadlines, detection, recovery (nothing: all); --short for a quick look, --runs=N and --keep with manyruns.");
        return 2;
}
