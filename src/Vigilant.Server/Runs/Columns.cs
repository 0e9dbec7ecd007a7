using Npgsql;

namespace Vigilant.Server.Runs;

/// <summary>The arrays that one statement unnests: lists that are filled, sent and emptied again, never made anew.</summary>
sealed class Columns(NpgsqlCommand command)
{
    readonly List<Action> _clear = [];

    public List<T> Add<T>(string name)
    {
        var column = new List<T>();
        command.Parameters.Add(new NpgsqlParameter<List<T>>(name, column));
        _clear.Add(column.Clear);
        return column;
    }

    public void Clear() => _clear.ForEach(clear => clear());
}
