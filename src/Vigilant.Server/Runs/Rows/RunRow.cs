using Vigilant.Domain.Runs;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs.Rows;

/// <summary>A run that was never in progress: its only signal was its end, or it never came.</summary>
/// <param name="Said">The signal that is this whole run.</param>
sealed record RunRow(Guid Id, Fact.RunTold Told, IncomingSignal? Said);
