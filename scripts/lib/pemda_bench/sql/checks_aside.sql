-- Drop the indexes and foreign keys of register and ledger: over all rows in one go
-- they cost a fraction. Indexes that hold up other constraints stay.
CREATE TEMP TABLE bench_aside ON COMMIT DROP AS
SELECT 'FOREIGN KEY' AS kind, conrelid::regclass::text AS owner,
       quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition,
       NULL AS remark
  FROM pg_constraint
 WHERE contype = 'f'
   AND conrelid IN ('sipbd_asset'::regclass, 'sipbd_entry'::regclass)
 UNION ALL
SELECT 'INDEX', indrelid::regclass::text, indexrelid::regclass::text,
       pg_get_indexdef(indexrelid), obj_description(indexrelid, 'pg_class')
  FROM pg_index
 WHERE indrelid IN ('sipbd_asset'::regclass, 'sipbd_entry'::regclass)
   AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid);

DO $$
DECLARE aside record;
BEGIN
    FOR aside IN SELECT * FROM bench_aside LOOP
        IF aside.kind = 'INDEX' THEN
            EXECUTE format('DROP INDEX %%s', aside.name);
        ELSE
            EXECUTE format('ALTER TABLE %%s DROP CONSTRAINT %%s', aside.owner, aside.name);
        END IF;
    END LOOP;
END $$
