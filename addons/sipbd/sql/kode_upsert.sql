-- The published codes, copied into sipbd_kode_load, become rows of sipbd_kode. A code
-- that a pemda has added itself and that is published later becomes a published one.
INSERT INTO sipbd_kode
            (code, code_digits, name, level, kib, is_local, active,
             create_uid, create_date, write_uid, write_date)
SELECT code, code_digits, name, level, kib, FALSE, TRUE,
       %(uid)s, now() AT TIME ZONE 'UTC', %(uid)s, now() AT TIME ZONE 'UTC'
  FROM sipbd_kode_load
 ORDER BY code
ON CONFLICT (code) DO UPDATE
   SET code_digits = EXCLUDED.code_digits,
       name = EXCLUDED.name,
       level = EXCLUDED.level,
       kib = EXCLUDED.kib,
       is_local = FALSE,
       write_uid = EXCLUDED.write_uid,
       write_date = EXCLUDED.write_date
 WHERE (sipbd_kode.code_digits, sipbd_kode.name, sipbd_kode.level, sipbd_kode.kib,
        sipbd_kode.is_local)
       IS DISTINCT FROM
       (EXCLUDED.code_digits, EXCLUDED.name, EXCLUDED.level, EXCLUDED.kib, FALSE)
