using System.Threading.Channels;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>
/// Where signals wait for the writer. Receive time and place in the queue are given under one lock, so the queue is in the order
/// of receive times: whoever stands behind a signal was received after it.
/// </summary>
sealed class SignalIntake(NodeClock clock) : ISignalIntake
{
    /// <summary>More than this waits nowhere: the door answers 503, which clients repeat.</summary>
    public const int Capacity = 50_000;

    readonly Lock _gate = new();
    readonly Channel<Incoming> _queue = Channel.CreateBounded<Incoming>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, AllowSynchronousContinuations = false });

    long _waiting;
    DateTimeOffset _settledUntil;
    DateTimeOffset _last;
    bool _refused;
    int _missing;
    TaskCompletionSource? _crowd;

    public ChannelReader<Incoming> Queue => _queue.Reader;

    public DateTimeOffset AppliedUntil
    {
        get
        {
            lock (_gate)
            {
                return _waiting == 0 ? clock.Now : _settledUntil;
            }
        }
    }

    public Task<Answer> HandAsync(Incoming incoming)
    {
        lock (_gate)
        {
            // No two at one instant: ids sort by it, and a list must show what came first as the older.
            var now = clock.Now;
            incoming.ReceivedAt = _last = now > _last ? now : _last.AddMicroseconds(1);
            if (incoming is IncomingSignal signal)
            {
                signal.Id = TimeOrderedId.Mint(signal.ReceivedAt, signal.JobId);
            }

            if (_queue.Writer.TryWrite(incoming))
            {
                _settledUntil = _waiting++ == 0 ? incoming.ReceivedAt : _settledUntil;
                if (_crowd is not null && --_missing <= 0)
                {
                    _crowd.SetResult();
                    _crowd = null;
                }

                return incoming.Answered;
            }

            _refused = true;
            return Task.FromResult(Answer.Unavailable);
        }
    }

    /// <summary>For the writer: completes when so many wait.</summary>
    public Task WhenWaiting(int many)
    {
        lock (_gate)
        {
            _missing = many - _queue.Reader.Count;
            if (_missing <= 0)
            {
                _crowd = null;
                return Task.CompletedTask;
            }

            _crowd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _crowd.Task;
        }
    }

    public void Refuse()
    {
        lock (_gate)
        {
            _refused = true;
        }
    }

    public bool TakeRefused()
    {
        lock (_gate)
        {
            var refused = _refused;
            _refused = false;
            return refused;
        }
    }

    /// <summary>The writer says what it has answered, and before which instant nothing is left.</summary>
    public void Settle(int answered, DateTimeOffset until, bool refused)
    {
        lock (_gate)
        {
            _waiting -= answered;
            _settledUntil = until;
            _refused |= refused;
        }
    }
}
