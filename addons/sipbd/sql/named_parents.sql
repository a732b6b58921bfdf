-- Units and codes that the register names, each once, with the foreign key that keeps
-- it from being deleted. Assets and entries are never deleted, so what was named stays
-- named. Their own columns have no foreign key: one is checked row by row, which costs
-- a large load more than writing the rows; this is checked once per statement.
CREATE TABLE IF NOT EXISTS sipbd_named_unit (
    unit_id integer PRIMARY KEY REFERENCES hr_department ON DELETE RESTRICT
);
CREATE TABLE IF NOT EXISTS sipbd_named_code (
    code_id integer PRIMARY KEY REFERENCES sipbd_kode ON DELETE RESTRICT
);

CREATE OR REPLACE FUNCTION sipbd_note_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sipbd_named_unit
    SELECT unit_id FROM after
     WHERE NOT EXISTS (
               SELECT FROM sipbd_named_unit AS named
                WHERE named.unit_id = after.unit_id
           )
     GROUP BY unit_id
        ON CONFLICT DO NOTHING;
    INSERT INTO sipbd_named_code
    SELECT code_id FROM after
     WHERE NOT EXISTS (
               SELECT FROM sipbd_named_code AS named
                WHERE named.code_id = after.code_id
           )
     GROUP BY code_id
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS sipbd_named_insert ON sipbd_asset;
CREATE TRIGGER sipbd_named_insert AFTER INSERT ON sipbd_asset
    REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION sipbd_note_named();
DROP TRIGGER IF EXISTS sipbd_named_update ON sipbd_asset;
CREATE TRIGGER sipbd_named_update AFTER UPDATE ON sipbd_asset
    REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION sipbd_note_named();
DROP TRIGGER IF EXISTS sipbd_named_insert ON sipbd_entry;
CREATE TRIGGER sipbd_named_insert AFTER INSERT ON sipbd_entry
    REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION sipbd_note_named();

INSERT INTO sipbd_named_unit
SELECT unit_id FROM sipbd_asset UNION SELECT unit_id FROM sipbd_entry
    ON CONFLICT DO NOTHING;
INSERT INTO sipbd_named_code
SELECT code_id FROM sipbd_asset UNION SELECT code_id FROM sipbd_entry
    ON CONFLICT DO NOTHING
