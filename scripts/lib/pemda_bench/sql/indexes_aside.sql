-- Drop the indexes of register and ledger, to be built in one go over all rows.
-- Those that hold up constraints stay.
CREATE TEMP TABLE bench_index ON COMMIT DROP AS
SELECT index.indexrelid::regclass::text AS name,
       pg_get_indexdef(index.indexrelid) AS definition,
       obj_description(index.indexrelid, 'pg_class') AS remark
  FROM pg_index index
 WHERE index.indrelid IN ('sipbd_asset'::regclass, 'sipbd_entry'::regclass)
   AND NOT EXISTS (SELECT FROM pg_constraint held
                    WHERE held.conindid = index.indexrelid);

DO $$
DECLARE dropped text;
BEGIN
    FOR dropped IN SELECT name FROM bench_index LOOP
        EXECUTE 'DROP INDEX ' || dropped;
    END LOOP;
END $$
