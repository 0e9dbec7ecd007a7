namespace Vigilant.Server.Hosting;

/// <summary>The seam through which every slice hands signals to Runs.</summary>
interface ISignalIntake
{
    /// <summary>Takes one thing over and answers when it is on disk; at once when it cannot be taken.</summary>
    Task<Answer> HandAsync(Incoming incoming);

    /// <summary>Everything that this node received before this instant is on disk.</summary>
    DateTimeOffset AppliedUntil { get; }

    /// <summary>A door turned a signal away before it could be handed over.</summary>
    void Refuse();

    /// <summary>Whether a signal was turned away since the last time this was asked.</summary>
    bool TakeRefused();
}
