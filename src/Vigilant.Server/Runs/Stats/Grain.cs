namespace Vigilant.Server.Runs.Stats;

/// <summary>How finely runs are counted over time. The numbers are stored.</summary>
enum Grain : short
{
    Hour = 0,
    Day = 1,
}
