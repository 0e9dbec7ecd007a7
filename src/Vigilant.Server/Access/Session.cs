namespace Vigilant.Server.Access;

sealed record Session(Guid ProjectId, DateTimeOffset ExpiresAt);
