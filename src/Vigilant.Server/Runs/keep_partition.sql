-- Two nodes may make the same partition at once: the one that comes second finds it there.
select keep_partition(@parent, @partition, @from, @to)
