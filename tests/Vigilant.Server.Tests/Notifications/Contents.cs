namespace Vigilant.Server.Tests.Notifications;

/// <summary>The content of a notification as Alerts writes it.</summary>
static class Contents
{
    public static string Of(string @event) =>
        $$"""
        {
          "type": "alert.{{@event}}",
          "timestamp": "2026-11-20T06:10:00Z",
          "data": {
            "alert": {
              "id": "01930000-0000-7000-8000-00000000000a", "state": "{{@event}}", "class": "missed", "severity": "critical",
              "reason": "no success since 06:00", "opened_at": "2026-11-20T06:10:00Z",
              "resolved_at": {{(@event == "resolved" ? "\"2026-11-20T06:19:00Z\"" : "null")}},
              "missed_count": 1, "unconfirmed": false, "url": "https://vigilant.example/alerts/1"
            },
            "job": {
              "id": "01930000-0000-7000-8000-00000000000b", "service": "billing", "name": "backup", "environment": "production",
              "labels": { "team": "payments", "tier": "1" }, "description": "Nightly dump of the ledger",
              "runbook_url": "https://wiki.example/backup", "schedule": "0 6 * * *", "timezone": "Europe/Berlin",
              "grace_seconds": 600, "url": "https://vigilant.example/jobs/1"
            },
            "expected": "A success by 06:00, with 10 minutes of grace",
            "came": "Nothing since yesterday 06:02",
            "output_tail": "dumping ledger ...\n<b>disk full</b> & tired\nexit 28",
            "last_runs": [
              { "state": "failed", "started_at": "2026-11-19T06:00:01Z", "ended_at": "2026-11-19T06:02:13Z", "duration_ms": 132000, "exit_status": 28 },
              { "state": "succeeded", "started_at": "2026-11-18T06:00:01Z", "ended_at": "2026-11-18T06:01:02Z", "duration_ms": 61000, "exit_status": 0 }
            ]
          }
        }
        """;
}
