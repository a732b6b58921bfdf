-- Make again what was put aside, each index with the remark by which Odoo knows its
-- definition.
DO $$
DECLARE aside record;
BEGIN
    FOR aside IN SELECT * FROM bench_aside ORDER BY kind DESC, name LOOP
        IF aside.kind = 'INDEX' THEN
            EXECUTE aside.definition;
            EXECUTE format('COMMENT ON INDEX %%s IS %%L', aside.name, aside.remark);
        ELSE
            EXECUTE format('ALTER TABLE %%s ADD CONSTRAINT %%s %%s',
                           aside.owner, aside.name, aside.definition);
        END IF;
    END LOOP;
END $$
