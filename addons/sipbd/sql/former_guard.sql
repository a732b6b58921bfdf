-- Notes what records said before a change, once something is closed: see
-- models/sipbd_former.py. Fires once per statement.
-- function, table: names; lock: key of an advisory lock; columns: rows of a VALUES list,
-- name and former value of each watched column that changed, of before and after.
-- What was made after the last check is in nothing that is closed. The lock is the one
-- that a closing takes: the number of the last closing, which a sequence tells past all
-- snapshots, is the right one until this change is committed.
CREATE OR REPLACE FUNCTION %(function)s() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    checked timestamp;
BEGIN
    SELECT max(create_date) INTO checked
      FROM sipbd_period_log WHERE act IN ('check', 'close');
    IF checked IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM pg_advisory_xact_lock_shared(%(lock)s);
    INSERT INTO sipbd_former (source, record_id, field, closing, value)
    SELECT TG_TABLE_NAME, before.id, was.field, log.last_value, was.value
      FROM before
      JOIN after ON after.id = before.id
     CROSS JOIN LATERAL (VALUES %(columns)s) AS was (field, value)
     CROSS JOIN sipbd_period_log_id_seq AS log
     WHERE was.value IS NOT NULL
       AND coalesce(before.create_date, '-infinity') <= checked
        ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
DROP TRIGGER IF EXISTS sipbd_former ON %(table)s;
CREATE TRIGGER sipbd_former AFTER UPDATE ON %(table)s
    REFERENCING OLD TABLE AS before NEW TABLE AS after
    FOR EACH STATEMENT EXECUTE FUNCTION %(function)s();
