-- What a closed period refuses, whoever asks: entries dated on or before its end, and
-- changes of its figures. Each fires once per statement and looks at its rows as a set.
CREATE OR REPLACE FUNCTION sipbd_refuse_closed_entries() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    closed date;
BEGIN
    SELECT max(date_to) INTO closed
      FROM sipbd_period
     WHERE state = 'closed' AND date_to >= (SELECT min(booking_date) FROM new_rows);
    IF closed IS NOT NULL THEN
        RAISE EXCEPTION 'all up to % is closed: % refused', closed, TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION sipbd_refuse_closed_new() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM new_rows
                 JOIN sipbd_period AS period ON period.id = new_rows.period_id
                WHERE period.state = 'closed') THEN
        RAISE EXCEPTION '% of a closed period: % refused', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION sipbd_refuse_closed_old() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM old_rows
                 JOIN sipbd_period AS period ON period.id = old_rows.period_id
                WHERE period.state = 'closed') THEN
        RAISE EXCEPTION '% of a closed period: % refused', TG_TABLE_NAME, TG_OP
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION sipbd_refuse_truncate() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: TRUNCATE refused', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;
