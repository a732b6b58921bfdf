-- Totals of the register by scope, and the changes that have not been added to them
-- yet. A total is per scope (a unit with all below it) and cuboid (the columns that it
-- is kept by, see rules/totals.py); the other columns are NULL. Changes are only ever
-- appended by the triggers below, with the unit itself: two bookings never wait for
-- each other. What holds is always the sum of both tables.
CREATE TABLE IF NOT EXISTS sipbd_asset_total (
    key bigint NOT NULL,
    cuboid integer NOT NULL,
    scope_id integer NOT NULL,
    unit_id integer, code_id integer, kib varchar, state varchar, kondisi varchar,
    komptabel varchar, tahun_perolehan integer, cara_perolehan varchar,
    assets bigint NOT NULL,
    jumlah numeric NOT NULL,
    nilai_perolehan numeric NOT NULL
);
CREATE INDEX IF NOT EXISTS sipbd_asset_total_key ON sipbd_asset_total (key);
CREATE INDEX IF NOT EXISTS sipbd_asset_total_scope
    ON sipbd_asset_total (scope_id, cuboid, state);

CREATE TABLE IF NOT EXISTS sipbd_asset_change (
    unit_id integer, code_id integer, kib varchar, state varchar, kondisi varchar,
    komptabel varchar, tahun_perolehan integer, cara_perolehan varchar,
    assets bigint NOT NULL,
    jumlah numeric NOT NULL,
    nilai_perolehan numeric NOT NULL
);

-- Units that went to another place in the tree, or out of it, since the totals were
-- made: while there is one, the totals do not answer.
CREATE TABLE IF NOT EXISTS sipbd_asset_total_moved (unit_id integer NOT NULL);

CREATE OR REPLACE FUNCTION sipbd_asset_total_insert() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sipbd_asset_change
    SELECT unit_id, code_id, kib, state, kondisi, komptabel, tahun_perolehan,
           cara_perolehan, count(*), sum(jumlah), sum(nilai_perolehan)
      FROM after
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION sipbd_asset_total_update() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sipbd_asset_change
    SELECT unit_id, code_id, kib, state, kondisi, komptabel, tahun_perolehan,
           cara_perolehan, sum(sign), sum(sign * jumlah), sum(sign * nilai_perolehan)
      FROM (
          SELECT unit_id, code_id, kib, state, kondisi, komptabel, tahun_perolehan,
                 cara_perolehan, -1 AS sign, jumlah, nilai_perolehan
            FROM before
           UNION ALL
          SELECT unit_id, code_id, kib, state, kondisi, komptabel, tahun_perolehan,
                 cara_perolehan, 1, jumlah, nilai_perolehan
            FROM after
      ) AS line
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
    HAVING sum(sign) <> 0 OR sum(sign * jumlah) <> 0
        OR sum(sign * nilai_perolehan) <> 0;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION sipbd_asset_total_delete() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sipbd_asset_change
    SELECT unit_id, code_id, kib, state, kondisi, komptabel, tahun_perolehan,
           cara_perolehan, -count(*), -sum(jumlah), -sum(nilai_perolehan)
      FROM before
     GROUP BY 1, 2, 3, 4, 5, 6, 7, 8;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION sipbd_asset_total_move() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO sipbd_asset_total_moved VALUES (OLD.id);
    RETURN NULL;
END $$;

DROP TRIGGER IF EXISTS sipbd_asset_total_insert ON sipbd_asset;
CREATE TRIGGER sipbd_asset_total_insert AFTER INSERT ON sipbd_asset
    REFERENCING NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION sipbd_asset_total_insert();
DROP TRIGGER IF EXISTS sipbd_asset_total_update ON sipbd_asset;
CREATE TRIGGER sipbd_asset_total_update AFTER UPDATE ON sipbd_asset
    REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION sipbd_asset_total_update();
DROP TRIGGER IF EXISTS sipbd_asset_total_delete ON sipbd_asset;
CREATE TRIGGER sipbd_asset_total_delete AFTER DELETE ON sipbd_asset
    REFERENCING OLD TABLE AS before
    FOR EACH STATEMENT EXECUTE FUNCTION sipbd_asset_total_delete();
DROP TRIGGER IF EXISTS sipbd_asset_total_moved ON hr_department;
CREATE TRIGGER sipbd_asset_total_moved AFTER UPDATE OF parent_path ON hr_department
    FOR EACH ROW WHEN (OLD.parent_path <> NEW.parent_path)
    EXECUTE FUNCTION sipbd_asset_total_move();
DROP TRIGGER IF EXISTS sipbd_asset_total_gone ON hr_department;
CREATE TRIGGER sipbd_asset_total_gone AFTER DELETE ON hr_department
    FOR EACH ROW EXECUTE FUNCTION sipbd_asset_total_move();
