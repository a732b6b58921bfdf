-- Units, codes, rooms and custodians that the register names, each once, with the
-- foreign key that keeps it from being deleted. Assets and entries are never deleted,
-- so what was named stays named. Their own columns have no foreign key: one is checked
-- row by row, empty or not, which costs a large load more than writing the rows; this
-- is checked once per statement.
-- Of each function here the first query tells whether there is anything to do, as
-- plainly as can be: plans last no longer than a request, and to make them costs more
-- than to run them on a row. They look into an index per row, however many there are.
CREATE TABLE IF NOT EXISTS sipbd_named_unit (
    unit_id integer PRIMARY KEY REFERENCES hr_department ON DELETE RESTRICT
);
CREATE TABLE IF NOT EXISTS sipbd_named_code (
    code_id integer PRIMARY KEY REFERENCES sipbd_kode ON DELETE RESTRICT
);
CREATE TABLE IF NOT EXISTS sipbd_named_room (
    room_id integer PRIMARY KEY REFERENCES sipbd_ruang ON DELETE RESTRICT
);
CREATE TABLE IF NOT EXISTS sipbd_named_holder (
    holder_id integer PRIMARY KEY REFERENCES hr_employee ON DELETE RESTRICT
);

CREATE OR REPLACE FUNCTION sipbd_note_named() RETURNS trigger
LANGUAGE plpgsql
SET enable_seqscan = off
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM (SELECT DISTINCT unit_id, code_id, room_id, holder_id FROM after)
                 AS named
         WHERE (SELECT unit_id FROM sipbd_named_unit AS known
                 WHERE known.unit_id = named.unit_id) IS NULL
            OR (SELECT code_id FROM sipbd_named_code AS known
                 WHERE known.code_id = named.code_id) IS NULL
            OR room_id IS NOT NULL
           AND (SELECT room_id FROM sipbd_named_room AS known
                 WHERE known.room_id = named.room_id) IS NULL
            OR holder_id IS NOT NULL
           AND (SELECT holder_id FROM sipbd_named_holder AS known
                 WHERE known.holder_id = named.holder_id) IS NULL
    ) THEN
        RETURN NULL;
    END IF;
    WITH named AS MATERIALIZED (
        SELECT DISTINCT unit_id, code_id, room_id, holder_id FROM after
    ), units AS (
        INSERT INTO sipbd_named_unit
        SELECT DISTINCT unit_id FROM named
         WHERE NOT EXISTS (
                   SELECT FROM sipbd_named_unit AS known
                    WHERE known.unit_id = named.unit_id
               )
         ORDER BY 1  -- one order for everybody: no deadlock
            ON CONFLICT DO NOTHING
    ), codes AS (
        INSERT INTO sipbd_named_code
        SELECT DISTINCT code_id FROM named
         WHERE NOT EXISTS (
                   SELECT FROM sipbd_named_code AS known
                    WHERE known.code_id = named.code_id
               )
         ORDER BY 1
            ON CONFLICT DO NOTHING
    ), rooms AS (
        INSERT INTO sipbd_named_room
        SELECT DISTINCT room_id FROM named
         WHERE room_id IS NOT NULL
           AND NOT EXISTS (
                   SELECT FROM sipbd_named_room AS known
                    WHERE known.room_id = named.room_id
               )
         ORDER BY 1
            ON CONFLICT DO NOTHING
    )
    INSERT INTO sipbd_named_holder
    SELECT DISTINCT holder_id FROM named
     WHERE holder_id IS NOT NULL
       AND NOT EXISTS (
               SELECT FROM sipbd_named_holder AS known
                WHERE known.holder_id = named.holder_id
           )
     ORDER BY 1
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

-- The ledger keeps all its rows and the register all its assets: an entry can name what
-- is not there only when it is written.
CREATE OR REPLACE FUNCTION sipbd_check_entries() RETURNS trigger
LANGUAGE plpgsql
SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM after
         WHERE reversal_of_id IS NOT NULL
            OR (SELECT id FROM sipbd_asset AS asset
                 WHERE asset.id = after.asset_id) IS NULL
    ) THEN
        RETURN NULL;
    END IF;
    IF EXISTS (
        SELECT FROM after
         WHERE NOT EXISTS (
                   SELECT FROM sipbd_asset AS asset WHERE asset.id = after.asset_id
               )
    ) OR EXISTS (
        SELECT FROM after
         WHERE reversal_of_id IS NOT NULL
           AND NOT EXISTS (
                   SELECT FROM sipbd_entry AS entry WHERE entry.id = after.reversal_of_id
               )
    ) THEN
        RAISE EXCEPTION 'a ledger entry names an asset or an entry that is not there'
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS sipbd_check_entries ON sipbd_entry;
CREATE TRIGGER sipbd_check_entries AFTER INSERT ON sipbd_entry
    REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION sipbd_check_entries();

-- The same for the land that an asset stands on: it stays once it is there.
CREATE OR REPLACE FUNCTION sipbd_check_land() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM sipbd_asset WHERE id = NEW.tanah_id) THEN
        RAISE EXCEPTION 'an asset stands on land that is not there'
            USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS sipbd_check_land ON sipbd_asset;
CREATE TRIGGER sipbd_check_land AFTER INSERT OR UPDATE OF tanah_id ON sipbd_asset
    FOR EACH ROW WHEN (NEW.tanah_id IS NOT NULL)
    EXECUTE FUNCTION sipbd_check_land();

DROP TRIGGER IF EXISTS sipbd_keep_assets ON sipbd_asset;
CREATE TRIGGER sipbd_keep_assets BEFORE DELETE OR TRUNCATE ON sipbd_asset
    FOR EACH STATEMENT EXECUTE FUNCTION pemda_refuse_change();

INSERT INTO sipbd_named_unit
SELECT unit_id FROM sipbd_asset UNION SELECT unit_id FROM sipbd_entry
    ON CONFLICT DO NOTHING;
INSERT INTO sipbd_named_code
SELECT code_id FROM sipbd_asset UNION SELECT code_id FROM sipbd_entry
    ON CONFLICT DO NOTHING;
INSERT INTO sipbd_named_room
SELECT room_id FROM sipbd_asset WHERE room_id IS NOT NULL
 UNION SELECT room_id FROM sipbd_entry WHERE room_id IS NOT NULL
    ON CONFLICT DO NOTHING;
INSERT INTO sipbd_named_holder
SELECT holder_id FROM sipbd_asset WHERE holder_id IS NOT NULL
 UNION SELECT holder_id FROM sipbd_entry WHERE holder_id IS NOT NULL
    ON CONFLICT DO NOTHING
