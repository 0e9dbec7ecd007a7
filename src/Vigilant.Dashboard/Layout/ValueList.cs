using System.Collections.ObjectModel;

namespace Vigilant.Dashboard.Layout;

/// <summary>A list that equals another one with equal items, so that a record with a list can be compared with the one shown before.</summary>
public sealed class ValueList<T>(IList<T> items) : ReadOnlyCollection<T>(items), IEquatable<ValueList<T>>
{
    public bool Equals(ValueList<T>? other) => other is not null && this.SequenceEqual(other);

    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    public override int GetHashCode() => this.Aggregate(Count, HashCode.Combine);
}
