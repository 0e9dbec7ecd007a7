using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>
/// Answers to what is on disk. They wait until the next batch is on its way to the database, and one worker gives them then:
/// it would take the processor from the writer, and the database would stand idle.
/// </summary>
sealed class Answers
{
    Batch _ready = new();

    public void Add(Incoming incoming, Answer answer) => _ready.Add((incoming, answer));

    public void Give()
    {
        if (_ready.Count > 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ready, preferLocal: false);
            _ready = new Batch();
        }
    }

    sealed class Batch : List<(Incoming Incoming, Answer Answer)>, IThreadPoolWorkItem
    {
        public void Execute() => ForEach(ready => ready.Incoming.Complete(ready.Answer));
    }
}
