using Vigilant.Testing;

namespace Vigilant.Server.Tests;

public sealed class SchemaTests
{
    [Fact]
    public async Task A_test_class_gets_a_migrated_database_of_its_own()
    {
        await using var database = await TestDatabase.CreateAsync();
        var files = Repository.Files("src/Vigilant.Server/Postgres/Migrations", "*.sql").Count();
        Assert.Equal(files, await database.ScalarAsync<long>("select count(*) from migration"));
    }
}
