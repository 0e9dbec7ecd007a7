using Npgsql;
using NpgsqlTypes;
using Vigilant.Dashboard.Jobs;

namespace Vigilant.Server.Pages;

/// <summary>The parameters that the statements of the jobs page share.</summary>
static class JobFilterParameters
{
    public static void Add(NpgsqlCommand command, Guid project, JobFilter filter)
    {
        var label = filter.Label?.Split('=', 2);
        command.Parameters.AddWithValue("project", project);
        Add(command, "text", NpgsqlDbType.Text, filter.Text);
        Add(command, "service", NpgsqlDbType.Text, filter.Service);
        Add(command, "environment", NpgsqlDbType.Text, filter.Environment);
        Add(command, "label", NpgsqlDbType.Text, label?[0].Trim());
        Add(command, "label_value", NpgsqlDbType.Text, label is [_, var value] ? value.Trim() : null);
        Add(command, "colour", NpgsqlDbType.Smallint, (short?)filter.Colour);
        Add(command, "after_since", NpgsqlDbType.TimestampTz, filter.After?.Since);
        Add(command, "after_service", NpgsqlDbType.Text, filter.After is { Since: null, Service: var service } ? service : null);
        Add(command, "after_name", NpgsqlDbType.Text, filter.After?.Name);
        Add(command, "after_id", NpgsqlDbType.Uuid, filter.After?.Id);
    }

    static void Add(NpgsqlCommand command, string name, NpgsqlDbType type, object? value) =>
        command.Parameters.Add(new NpgsqlParameter(name, type) { Value = value ?? DBNull.Value });
}
