-- Refuses every change of the table that it guards. Fires once per statement, so it
-- costs nothing on INSERT; a statement that touches no row is refused as well.
CREATE OR REPLACE FUNCTION pemda_refuse_change() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END
$$;
