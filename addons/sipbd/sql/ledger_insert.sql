-- Entries of the ledger in the order in which they are given.
-- names, arrays: columns and their values.
INSERT INTO sipbd_entry (create_uid, create_date, %(names)s)
SELECT %(uid)s, now() AT TIME ZONE 'UTC', %(names)s
  FROM unnest(%(arrays)s) WITH ORDINALITY AS given (%(names)s, position)
 ORDER BY position
RETURNING id
