using System.Globalization;
using Vigilant.Server.Hosting;

namespace Vigilant.Server.Postgres.PrivateServer;

/// <summary>One server per data folder; the system lets go when the process ends, however it ends.</summary>
sealed class DataFolderLock : IDisposable
{
    readonly FileStream _file;

    DataFolderLock(FileStream file) => _file = file;

    public static DataFolderLock Take(string data)
    {
        var path = Path.Combine(data, "vigilant.lock");
        try
        {
            // FileShare.None is flock(LOCK_EX | LOCK_NB).
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(PidFile(data), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new DataFolderLock(file);
        }
        catch (IOException)
        {
            throw new StartRefusedException(
                $"Another Vigilant server{Holder(data)} uses the data folder {data}. Stop it, or choose another folder with --data.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data folder {data} belongs to another user. Start Vigilant as that user, or choose another folder with --data.");
        }
    }

    public void Dispose() => _file.Dispose();

    // A file of its own, because the locked one cannot be read.
    static string PidFile(string data) => Path.Combine(data, "vigilant.pid");

    static string Holder(string data) => File.Exists(PidFile(data)) ? $" (process {File.ReadAllText(PidFile(data))})" : "";
}
