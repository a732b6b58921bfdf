-- One kind of what is due, alone.
-- state: as in due.sql; part: a statement that reads it.
WITH state AS MATERIALIZED (%(state)s)
SELECT part.* FROM (%(part)s) part
