-- A number that only one thing can have, found twice: in the file or in the register.
-- field, column: nomor_rangka, nomor_mesin, nomor_polisi or nomor_sertifikat.
SELECT table_id, number, 'number-repeated' AS kind, %(severity)s AS severity,
       %(column)s AS col, NULL::jsonb AS params
  FROM (
      SELECT table_id, number,
             count(*) OVER (PARTITION BY translate(upper(%(field)s), ' .-/', '')) AS times
        FROM %(work)s
       WHERE translate(%(field)s, ' .-/', '') <> ''
  ) AS counted
 WHERE times > 1
UNION ALL
SELECT table_id, number, 'number-known', %(severity)s, %(column)s, NULL
  FROM %(work)s
 WHERE translate(%(field)s, ' .-/', '') <> ''
   AND translate(upper(%(field)s), ' .-/', '') IN (
           SELECT translate(upper(%(field)s), ' .-/', '')
             FROM sipbd_asset
            WHERE %(field)s IS NOT NULL AND state = 'aktif'
       )
