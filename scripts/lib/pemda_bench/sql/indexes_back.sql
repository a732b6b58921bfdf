-- Build the indexes again, each with the remark by which Odoo knows its definition.
DO $$
DECLARE index record;
BEGIN
    FOR index IN SELECT * FROM bench_index LOOP
        EXECUTE index.definition;
        IF index.remark IS NOT NULL THEN
            EXECUTE format('COMMENT ON INDEX %%s IS %%L', index.name, index.remark);
        END IF;
    END LOOP;
END $$
