namespace Vigilant.Domain.Runs;

/// <summary>The states of a job's last runs, one byte each, newest last; at most <see cref="Longest"/>.</summary>
public readonly record struct Strip
{
    /// <summary>How many runs it holds at most.</summary>
    public const int Longest = 30;

    readonly byte[]? _states;

    /// <summary>Takes over <paramref name="states"/>, as they were stored.</summary>
    public Strip(byte[] states) => _states = states;

    /// <summary>As they are stored; not to be changed.</summary>
    public byte[] States => _states ?? [];

    /// <summary>The strip with one more run at its end.</summary>
    public Strip With(RunState state)
    {
        var states = States;
        // A job that always succeeds is the common case, and then the strip stays as it is.
        if (states.Length == Longest && Array.TrueForAll(states, one => one == (byte)state))
        {
            return this;
        }

        var kept = Math.Min(states.Length, Longest - 1);
        var longer = new byte[kept + 1];
        Array.Copy(states, states.Length - kept, longer, 0, kept);
        longer[kept] = (byte)state;
        return new Strip(longer);
    }
}
