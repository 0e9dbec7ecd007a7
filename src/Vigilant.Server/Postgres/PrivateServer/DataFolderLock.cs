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
            Write(file);
            return new DataFolderLock(file);
        }
        catch (IOException)
        {
            throw new StartRefusedException(
                $"Another Vigilant server{Holder(path)} uses the data folder {data}. Stop it, or choose another folder with --data.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data folder {data} belongs to another user. Start Vigilant as that user, or choose another folder with --data.");
        }
    }

    public void Dispose() => _file.Dispose();

    static void Write(FileStream file)
    {
        file.SetLength(0);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        file.Flush();
    }

    static string Holder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(file);
            return $" (process {reader.ReadToEnd()})";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
