select drop_partition(@parent, @partition)
