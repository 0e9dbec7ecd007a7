namespace Vigilant.Server.Alerts;

readonly record struct OpenAlertCounts(long Firing, long Acknowledged);
