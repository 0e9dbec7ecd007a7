using System.Globalization;
using Vigilant.Domain.Jobs;

namespace Vigilant.Server.Hosting.Http;

/// <summary>Which page of a list that is ordered by id is asked for: the id of the last item before it is the cursor.</summary>
static class PageQuery
{
    const int MostAtOnce = 500;
    const int UsuallyAtOnce = 100;

    public static (int Limit, Guid? Behind) Read(IQueryCollection query, FieldErrors errors)
    {
        var limit = UsuallyAtOnce;
        Guid? behind = null;
        foreach (var (name, values) in query)
        {
            var value = values.ToString();
            switch (name)
            {
                case "limit" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= MostAtOnce:
                    limit = asked;
                    break;
                case "limit":
                    errors.Add(name, $"must be from 1 to {MostAtOnce}, was {value}");
                    break;
                case "cursor" when Guid.TryParse(value, out var last):
                    behind = last;
                    break;
                case "cursor":
                    errors.Add(name, "is none that was given out here; begin again without it");
                    break;
                default:
                    errors.Add(name, "is not known; a page is asked for by limit and cursor");
                    break;
            }
        }

        return (limit, behind);
    }
}
