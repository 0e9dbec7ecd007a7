using Vigilant.Server.Hosting;

namespace Vigilant.Server.Runs.Queries;

/// <summary>The time of a list, slice by slice in its order: longer ones as long as they are quickly searched.</summary>
/// <param name="until">Behind it there is next to nothing.</param>
sealed class TimeSlices(bool oldestFirst, DateTimeOffset from, TimeSpan first, DateTimeOffset until)
{
    const int Growth = 4;
    static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(100);

    TimeSpan _length = first;
    DateTimeOffset _end = oldestFirst ? from + first : from - first;

    /// <summary>Where the present slice ends; null: it is the last.</summary>
    public Guid? End => IsLast ? null : TimeOrderedId.LeastOf(_end);

    bool IsLast => oldestFirst ? _end >= until : _end <= until;

    public void Advance(TimeSpan took)
    {
        _length *= took < Quick ? Growth : 1;
        _end = oldestFirst ? _end + _length : _end - _length;
    }
}
