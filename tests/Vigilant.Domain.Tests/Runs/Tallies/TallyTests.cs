using FsCheck;
using FsCheck.Fluent;
using Vigilant.Domain.Runs;
using Vigilant.Domain.Runs.Tallies;

namespace Vigilant.Domain.Tests.Runs.Tallies;

public sealed class TallyTests
{
    static readonly DateTimeOffset Noon = DateTimeOffset.Parse("2026-11-21T12:00:00Z");

    [Fact]
    public void A_tally_that_was_stored_and_read_says_what_was_counted()
    {
        var change =
            from kind in Gen.Elements(TallyKind.Both, TallyKind.Kept, TallyKind.Ended)
            from hour in Gen.Choose(490_000, 490_003)
            from state in Gen.Elements(RunStates.Finished.ToArray())
            from count in kind == TallyKind.Kept ? Gen.Elements(-1, 1) : Gen.Constant(1)
            from length in Gen.Choose(-1, 100_000_000)
            select kind == TallyKind.Ended && length >= 0
                ? new TallyChange(new TallyKey(kind, hour, state), 1, TimeSpan.FromMilliseconds(length), TimeSpan.FromMilliseconds(length / 7))
                : new TallyChange(new TallyKey(kind, hour, state), count);
        Prop.ForAll(change.ListOf().ArrayOf().ToArbitrary(), batches =>
        {
            var tally = default(RunTally);
            foreach (var batch in batches)
            {
                tally = new RunTally(tally.With([.. batch]).Bytes);
            }

            var all = batches.SelectMany(batch => batch).ToList();
            var book = new TallyBook();
            book.Add(tally);
            foreach (var kind in new[] { TallyKind.Kept, TallyKind.Ended })
            {
                var expected = all.Where(one => one.Key.Kind == kind || one.Key.Kind == TallyKind.Both)
                    .GroupBy(one => one.Key with { Kind = kind })
                    .Select(group => (group.Key, Count: (long)group.Sum(one => one.Count), Sum: group.Sum(Milliseconds)))
                    .Where(one => one.Count != 0).OrderBy(one => (one.Key.Hour, one.Key.State)).ToList();
                var read = book.Entries.Where(entry => entry.Key.Kind == kind)
                    .GroupBy(entry => entry.Key)
                    .Select(group => (group.Key, Count: group.Sum(entry => entry.Count.Count), Sum: group.Sum(entry => entry.Count.Duration?.Sum ?? 0)))
                    .Where(one => one.Count != 0).OrderBy(one => (one.Key.Hour, one.Key.State)).ToList();
                Assert.Equal(expected, read);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_plain_ping_costs_a_few_bytes_however_many_there_are()
    {
        var tally = default(RunTally);
        for (var ping = 0; ping < 1000; ping++)
        {
            tally = tally.With([TallyChange.Told(Noon, RunState.Succeeded, isKept: true)]);
        }

        Assert.InRange(tally.Bytes.Length, 1, 8);
        var book = new TallyBook();
        book.Add(tally);
        Assert.All(book.Entries, entry => Assert.Equal(1000, entry.Count.Count));
        Assert.Equal(2, book.Entries.Count());
    }

    [Fact]
    public void A_tally_leaves_the_row_when_the_hour_is_over_or_it_grows_long()
    {
        var tally = default(RunTally).With([TallyChange.Told(Noon, RunState.Succeeded, isKept: true)]);
        Assert.False(tally.IsFull(TallyKey.HourOf(Noon.AddMinutes(59))));
        Assert.True(tally.IsFull(TallyKey.HourOf(Noon.AddMinutes(60))));
        Assert.False(default(RunTally).IsFull(TallyKey.HourOf(Noon)));
        for (var run = 1; run < 200; run++)
        {
            tally = tally.With([TallyChange.Ended(Noon, RunState.Succeeded, TimeSpan.FromSeconds(run * run), TimeSpan.FromSeconds(run))]);
        }

        Assert.True(tally.IsFull(TallyKey.HourOf(Noon)));
    }

    [Fact]
    public void What_is_counted_and_taken_away_again_leaves_nothing()
    {
        var tally = default(RunTally).With([TallyChange.Kept(Noon, RunState.Failed)]).With([TallyChange.Kept(Noon, RunState.Failed, -1)]);
        Assert.True(tally.IsEmpty);
    }

    [Fact]
    public void Percentiles_are_exact_to_a_sixteenth_and_add_up()
    {
        Prop.ForAll(Gen.Choose(0, 1_000_000_000).NonEmptyListOf().ToArbitrary(), lengths =>
        {
            var (one, other) = (new Lengths(), new Lengths());
            for (var index = 0; index < lengths.Count; index++)
            {
                (index % 3 == 0 ? one : other).Add(TimeSpan.FromMilliseconds(lengths[index]));
            }

            one.Add(other);
            var sorted = lengths.Order().ToArray();
            Assert.Equal(lengths.Count, one.Count);
            Assert.Equal(lengths.Sum(length => (long)length), one.Sum);
            Assert.Equal((sorted[0], sorted[^1]), (one.Min, one.Max));
            foreach (var part in new[] { 0.5, 0.95, 0.99, 1 })
            {
                var exact = sorted[(int)Math.Max(0, Math.Ceiling(part * sorted.Length) - 1)];
                Assert.InRange(one.Percentile(part), exact - (exact / 16.0) - 1, exact + (exact / 16.0) + 1);
            }
        }).QuickCheckThrowOnFailure();
    }

    static long Milliseconds(TallyChange change) => (long)(change.Duration?.TotalMilliseconds ?? 0);
}
