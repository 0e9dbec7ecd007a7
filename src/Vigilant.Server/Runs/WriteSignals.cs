using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>
/// The node's one writer: takes what waits, folds it job by job, writes it in one statement and answers after the commit.
/// A job that another holds, or that changed elsewhere, keeps its signals in order and comes again with the next batch.
/// </summary>
sealed class WriteSignals(SignalIntake intake, BatchWriter writer, Answers answers, TimeProvider time) : IPass
{
    static readonly TimeSpan RestWhenHeldUp = TimeSpan.FromMilliseconds(5);
    static readonly TimeSpan IdleBeat = TimeSpan.FromSeconds(5);

    readonly List<Incoming> _held = [];
    readonly List<Incoming> _more = [];
    readonly List<Incoming> _taken = [];

    // The first time a job is held its state was changed elsewhere, and reading it anew is enough; after that somebody locks it.
    int _heldUp;

    public string Name => "write signals";

    public async Task<PassResult> RunOnceAsync(CancellationToken stopping)
    {
        if (_held.Count + writer.Ahead.Count == 0 && !await WaitAsync(stopping))
        {
            return new PassResult(0, TimeSpan.Zero);
        }

        Take();
        var answered = await WriteAsync(stopping);
        if (_held.Count > 0 || (writer.Ahead.Count == 0 && !intake.Queue.TryPeek(out _)))
        {
            answers.Give();
        }

        _heldUp = answered == 0 ? _heldUp + 1 : 0;
        return new PassResult(answered, _heldUp > 1 ? RestWhenHeldUp : TimeSpan.Zero);
    }

    async Task<bool> WaitAsync(CancellationToken stopping)
    {
        if (intake.Queue.TryPeek(out _))
        {
            return true;
        }

        // Woken now and then though nothing came, so that readiness sees that the writer lives.
        using var beat = new CancellationTokenSource(IdleBeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, beat.Token);
        try
        {
            return await intake.Queue.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return false;
        }
    }

    void Take()
    {
        _taken.AddRange(writer.Ahead);
        _more.AddRange(_held);
        _held.Clear();
        while (_taken.Count + _more.Count < BatchWriter.Largest && intake.Queue.TryRead(out var incoming))
        {
            _more.Add(incoming);
        }

        _taken.AddRange(_more);
    }

    async Task<int> WriteAsync(CancellationToken stopping)
    {
        var until = _taken.Max(incoming => incoming.ReceivedAt);
        var written = false;
        try
        {
            await writer.WriteAsync(_more, _held, stopping);
            written = true;
            return Settle(until, refused: false);
        }
        finally
        {
            if (!written)
            {
                await RefuseAsync(until);
            }
        }
    }

    // What was sent may be committed or not; nobody was told that it is, and the senders will repeat it.
    async Task RefuseAsync(DateTimeOffset until)
    {
        _held.RemoveAll(new HashSet<Incoming>(_taken).Contains);
        _taken.ForEach(incoming => answers.Add(incoming, Answer.Unavailable));
        answers.Give();
        await writer.ForgetAsync(_held);
        Settle(until, refused: true);
    }

    // Among those held are some that came too late for this batch.
    int Settle(DateTimeOffset until, bool refused)
    {
        var again = _held.Where(held => held.ReceivedAt <= until).ToArray();
        var answered = _taken.Count - again.Length;
        intake.Settle(answered, again.Length == 0 ? until : again.Min(held => held.ReceivedAt).AddMicroseconds(-1), refused);
        _taken.Clear();
        _more.Clear();
        return answered;
    }
}
