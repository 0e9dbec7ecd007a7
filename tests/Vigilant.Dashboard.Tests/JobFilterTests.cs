using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Vigilant.Dashboard.Jobs;
using Vigilant.Domain.Jobs;

namespace Vigilant.Dashboard.Tests;

public sealed class JobFilterTests
{
    [Fact]
    public void A_view_reads_back_from_its_address()
    {
        var filter = new JobFilter(
            "a&b", "bill/ing", "staging", "team=shop", Colour.Red, new JobCursor(Rendered.Now.AddTicks(10), "s", "ä", Guid.Empty));
        Assert.Equal(filter, Read(filter.Query()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?colour=blue")]
    [InlineData("?colour=17")]
    [InlineData("?text=%20&after=cut-off!")]
    [InlineData("?after=e30")]
    public void What_cannot_be_read_filters_nothing(string query) => Assert.Equal(new JobFilter(), Read(query));

    [Fact]
    public void Nothing_chosen_leaves_the_address_bare() => Assert.Equal("", new JobFilter().Query());

    static JobFilter Read(string query) => JobFilter.Of(new QueryCollection(QueryHelpers.ParseQuery(query)));
}
