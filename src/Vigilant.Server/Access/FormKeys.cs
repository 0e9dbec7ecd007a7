using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Access;

/// <summary>
/// The keys by which forms are recognised lie in the database: a form made by one node, or before a restart, is taken by
/// every other.
/// </summary>
sealed class FormKeys(NpgsqlDataSource database) : IXmlRepository
{
    static readonly string All = Sql.Of<FormKeys>("form_key_all.sql");
    static readonly string Add = Sql.Of<FormKeys>("form_key_add.sql");

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.CreateCommand(All);
        using var reader = command.ExecuteReader();
        var found = new List<XElement>();
        while (reader.Read())
        {
            found.Add(XElement.Parse(reader.GetString(0)));
        }

        return found;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand(Add);
        command.Parameters.AddWithValue("name", friendlyName);
        command.Parameters.AddWithValue("content", element.ToString(SaveOptions.DisableFormatting));
        command.ExecuteNonQuery();
    }
}
