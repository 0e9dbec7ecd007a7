select min(right(inhrelid::regclass::text, 8)) from pg_inherits where inhparent = 'run'::regclass
