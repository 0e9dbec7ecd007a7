using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs;

/// <summary>The answers of one batch: given by one worker, beside the writer, which takes the next batch meanwhile.</summary>
sealed class Answers(int most) : IThreadPoolWorkItem
{
    readonly List<(Incoming Incoming, Answer Answer)> _answers = new(most);

    public void Add(Incoming incoming, Answer answer) => _answers.Add((incoming, answer));

    public void Give() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    void IThreadPoolWorkItem.Execute()
    {
        foreach (var (incoming, answer) in _answers)
        {
            incoming.Complete(answer);
        }
    }
}
