-- A number that only one thing can have, found twice: in the file or in the register.
-- field, column: nomor_rangka, nomor_mesin, nomor_polisi or nomor_sertifikat. The key
-- is an index of sipbd_asset (import_asset_number.py): write its left() just so. The
-- LIMIT has it looked up in the index, however large the register is.
WITH mine AS MATERIALIZED (
    SELECT table_id, number, translate(upper(%(field)s), ' .-/', '') AS key
      FROM %(work)s
     WHERE translate(%(field)s, ' .-/', '') <> ''
)
SELECT table_id, number, 'number-repeated' AS kind, %(severity)s AS severity,
       %(column)s AS col, NULL::jsonb AS params
  FROM mine
  JOIN (SELECT key FROM mine GROUP BY key HAVING count(*) > 1) AS twice USING (key)
UNION ALL
SELECT table_id, number, 'number-known', %(severity)s, %(column)s, NULL
  FROM mine
 CROSS JOIN LATERAL (
     SELECT
       FROM sipbd_asset AS asset
      WHERE left(translate(upper(asset.%(field)s), ' .-/', ''), 200)
            = left(mine.key, 200)
        AND translate(upper(asset.%(field)s), ' .-/', '') = mine.key
        AND asset.%(field)s IS NOT NULL
        AND asset.state = 'aktif'
      LIMIT 1
 ) AS known
