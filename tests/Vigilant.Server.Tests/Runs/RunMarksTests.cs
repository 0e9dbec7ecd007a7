using System.Text.Json.Nodes;
using Npgsql;
using Vigilant.Server.Runs;
using Vigilant.Testing;

namespace Vigilant.Server.Tests.Runs;

public sealed class RunMarksTests
{
    [Theory]
    [InlineData("""{"arguments": {"book": "53", "Ünï \"x\"": "a b"}, "labels": {"team": "a"}, "resources": [{"kind": "TaskPlan", "id": "42"}, {"kind": "A B", "id": ""}]}""")]
    [InlineData("""{"provider_id": "p", "correlation_id": "c", "host": "h", "queue": "q", "runner": "r", "trace_id": "t", "parent_id": "1", "retry_of": "x"}""")]
    [InlineData("""{"kill": {"who": "ada"}, "data": {"host": "not this"}, "errors": [1]}""")]
    [InlineData("""{"data": 1}""")]
    public async Task The_marks_of_a_new_run_are_those_that_the_database_takes_out_of_its_details(string details)
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var command = new NpgsqlCommand("""
            select
                coalesce((select array_agg(number order by number) from unnest(marks_of($1::jsonb)) as number), '{}')
                = coalesce((select array_agg(hashtext(mark) order by hashtext(mark)) from unnest(string_to_array($2, chr(31))) as mark), '{}')
            """, await database.Source.OpenConnectionAsync());
        command.Parameters.AddWithValue(details);
        command.Parameters.AddWithValue(RunMarks.Of((JsonObject)JsonNode.Parse(details)!)!);
        Assert.True((bool)(await command.ExecuteScalarAsync())!);
    }

    [Fact]
    public void A_text_with_a_separator_of_its_own_is_left_to_the_database() =>
        Assert.Null(RunMarks.Of((JsonObject)JsonNode.Parse("""{"host": "a\u001fb"}""")!));
}
