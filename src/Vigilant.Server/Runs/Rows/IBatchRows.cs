using Npgsql;

namespace Vigilant.Server.Runs.Rows;

/// <summary>What a batch needs to know of the rows for one table.</summary>
interface IBatchRows
{
    /// <summary>The table's part of the statement.</summary>
    string Part { get; }

    int Count { get; }

    /// <summary>Parameters over the arrays as they will be when the command is sent; each command needs its own.</summary>
    IEnumerable<NpgsqlParameter> MakeParameters();

    void Clear();
}
