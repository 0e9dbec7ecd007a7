using Vigilant.Domain.Alerts;

namespace Vigilant.Server.Alerts;

/// <summary>Signals and runs in words, by the numbers that are stored.</summary>
static class SignalWords
{
    static readonly string[] Kinds =
    [
        "queued", "started", "heartbeat", "progress", "step", "log", "succeeded", "failed", "killed",
        "missed", "overrun", "stalled", "waiting",
    ];

    static readonly string[] States = ["queued", "started", "succeeded", "failed", "killed", "timed_out", "unknown"];

    public static string OfSignal(short kind) => Word(Kinds, kind);

    public static string OfRun(short state) => Word(States, state);

    /// <summary>The last signal, when, and with what exit status.</summary>
    public static string WhatCame(SignalFacts? last) => last switch
    {
        null => "No signal has ever come.",
        { ExitStatus: { } status } =>
            $"The last signal was '{OfSignal(last.Kind)}' with exit status {status}, at {Clock.Of(last.ReceivedAt)}.",
        _ => $"The last signal was '{OfSignal(last.Kind)}', at {Clock.Of(last.ReceivedAt)}.",
    };

    static string Word(string[] words, short number) =>
        number >= 0 && number < words.Length ? words[number] : $"unknown ({number})";
}
