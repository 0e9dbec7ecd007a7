using Npgsql;
using Vigilant.Server.Postgres;

namespace Vigilant.Server.Runs.Rows;

/// <summary>
/// The rows of a batch for one table: arrays that the table's part of the statement unnests. They are filled, sent and emptied
/// again, never made anew.
/// </summary>
abstract class BatchRows<TRow>(string file) : IBatchRows
{
    readonly List<IColumn> _columns = [];

    public string Part { get; } = Sql.Of<IBatchRows>(file).TrimEnd();

    public int Count { get; private set; }

    public IEnumerable<NpgsqlParameter> MakeParameters() => _columns.Select(column => column.MakeParameter());

    public void Add(TRow row)
    {
        Count++;
        foreach (var column in _columns)
        {
            column.Add(row);
        }
    }

    public void Clear()
    {
        if (Count > 0)
        {
            Count = 0;
            _columns.ForEach(column => column.Clear());
        }
    }

    protected void Column<T>(string name, Func<TRow, T> read) => _columns.Add(new ReadColumn<T>(name, read));

    interface IColumn
    {
        NpgsqlParameter MakeParameter();

        void Add(TRow row);

        void Clear();
    }

    sealed class ReadColumn<T>(string name, Func<TRow, T> read) : IColumn
    {
        readonly List<T> _values = [];

        public NpgsqlParameter MakeParameter() => new NpgsqlParameter<List<T>>(name, _values);

        public void Add(TRow row) => _values.Add(read(row));

        public void Clear() => _values.Clear();
    }
}
