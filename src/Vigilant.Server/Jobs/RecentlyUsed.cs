using System.Collections.Concurrent;

namespace Vigilant.Server.Jobs;

/// <summary>Remembers at least half of <paramref name="most"/> entries and never more than all: when the young half is full, the old half goes.</summary>
sealed class RecentlyUsed<TKey, TValue>(int most)
    where TKey : notnull
{
    readonly Lock _turning = new();
    volatile ConcurrentDictionary<TKey, TValue> _young = new();
    volatile ConcurrentDictionary<TKey, TValue> _old = new();
    int _youngCount;

    public bool TryGet(TKey key, out TValue value)
    {
        if (_young.TryGetValue(key, out value!))
        {
            return true;
        }

        if (!_old.TryGetValue(key, out value!))
        {
            return false;
        }

        Set(key, value);
        return true;
    }

    public void Set(TKey key, TValue value)
    {
        lock (_turning)
        {
            if (_young.TryAdd(key, value))
            {
                _youngCount++;
            }
            else
            {
                _young[key] = value;
            }

            if (_youngCount > most / 2)
            {
                _old = _young;
                _young = new ConcurrentDictionary<TKey, TValue>();
                _youngCount = 0;
            }
        }
    }

    public void Clear()
    {
        lock (_turning)
        {
            _old = new ConcurrentDictionary<TKey, TValue>();
            _young = new ConcurrentDictionary<TKey, TValue>();
            _youngCount = 0;
        }
    }

    public void Remove(TKey key)
    {
        lock (_turning)
        {
            if (_young.TryRemove(key, out _))
            {
                _youngCount--;
            }

            _old.TryRemove(key, out _);
        }
    }
}
