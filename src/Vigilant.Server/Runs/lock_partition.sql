select lock_partition(@partition)
