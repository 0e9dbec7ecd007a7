namespace Vigilant.Server.Pages;

sealed record PauseFields(string? By, string? Why, DateTime? Until);

/// <param name="Back">The page to show afterwards, relative to where the pages begin.</param>
sealed record AlertFields(string? By, string? Note, string? Back);
