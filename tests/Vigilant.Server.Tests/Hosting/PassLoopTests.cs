using Microsoft.Extensions.Logging.Abstractions;
using Vigilant.Server.Hosting;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Hosting;

public sealed class PassLoopTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    readonly ManualClock _clock = new(new DateTimeOffset(2026, 11, 20, 6, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Nothing_runs_at_59_seconds_and_one_pass_at_60()
    {
        var pass = new CountingPass(rest: TimeSpan.FromSeconds(60));
        using var loop = Loop(pass, new PassHealth(_clock));
        await loop.StartAsync(CancellationToken.None);
        await _clock.ArmedAsync();
        Assert.Equal(1, pass.Count);

        _clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, pass.Count);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await _clock.ArmedAsync();
        Assert.Equal(2, pass.Count);
        await loop.StopAsync(CancellationToken.None).WaitAsync(Limit);
    }

    [Fact]
    public async Task A_full_batch_is_followed_by_the_next_without_rest()
    {
        var pass = new CountingPass(rest: TimeSpan.FromSeconds(60)) { FullBatches = 3 };
        using var loop = Loop(pass, new PassHealth(_clock));
        await loop.StartAsync(CancellationToken.None);
        await _clock.ArmedAsync();

        Assert.Equal(4, pass.Count);
        await loop.StopAsync(CancellationToken.None).WaitAsync(Limit);
    }

    [Fact]
    public async Task A_pass_that_throws_is_tried_again()
    {
        var pass = new CountingPass(rest: TimeSpan.FromSeconds(60)) { Failures = 2 };
        var health = new PassHealth(_clock);
        using var loop = Loop(pass, health);
        await loop.StartAsync(CancellationToken.None);
        for (var failure = 0; failure < 2; failure++)
        {
            await _clock.ArmedAsync();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        await _clock.ArmedAsync();
        Assert.Equal(3, pass.Count);
        Assert.Empty(health.Stale());
        await loop.StopAsync(CancellationToken.None).WaitAsync(Limit);
    }

    [Fact]
    public async Task A_pass_that_goes_on_failing_is_reported_as_stale_with_its_error()
    {
        var pass = new CountingPass(rest: TimeSpan.FromSeconds(60)) { Failures = int.MaxValue };
        var health = new PassHealth(_clock);
        using var loop = Loop(pass, health);
        await loop.StartAsync(CancellationToken.None);
        for (var second = 0; second < 16; second++)
        {
            await _clock.ArmedAsync();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(("count", "It failed."), Assert.Single(health.Stale()));
        await loop.StopAsync(CancellationToken.None).WaitAsync(Limit);
    }

    [Fact]
    public void A_pass_that_rests_long_by_its_own_word_is_not_stale()
    {
        var health = new PassHealth(_clock);
        health.Succeeded("hourly", TimeSpan.FromHours(1));

        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Empty(health.Stale());

        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("hourly", Assert.Single(health.Stale()).Pass);
    }

    [Fact]
    public async Task Two_hundred_starts_and_stops_at_any_moment_end()
    {
        for (var time = 0; time < 200; time++)
        {
            var pass = new CountingPass(rest: TimeSpan.FromMilliseconds(time % 3)) { FullBatches = time % 5 };
            using var loop = new PassLoop<CountingPass>(
                pass, new PassHealth(TimeProvider.System), TimeProvider.System, NullLogger<CountingPass>.Instance);
            await loop.StartAsync(CancellationToken.None);
            if (time % 2 == 0)
            {
                await pass.Finished;
            }

            await loop.StopAsync(CancellationToken.None).WaitAsync(Limit);
            Assert.True(loop.ExecuteTask!.IsCompletedSuccessfully || loop.ExecuteTask.IsCanceled);
        }
    }

    PassLoop<CountingPass> Loop(CountingPass pass, PassHealth health) =>
        new(pass, health, _clock, NullLogger<CountingPass>.Instance);

    sealed class CountingPass(TimeSpan rest) : IPass
    {
        readonly TaskCompletionSource _finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int _count;

        public string Name => "count";

        public int Count => Volatile.Read(ref _count);

        public int Failures { get; init; }

        public int FullBatches { get; init; }

        public Task Finished => _finished.Task;

        public Task<PassResult> RunOnceAsync(CancellationToken stopping)
        {
            var count = Interlocked.Increment(ref _count);
            _finished.TrySetResult();
            return count <= Failures
                ? throw new InvalidOperationException("It failed.")
                : Task.FromResult(new PassResult(1, count <= FullBatches ? TimeSpan.Zero : rest));
        }
    }
}
