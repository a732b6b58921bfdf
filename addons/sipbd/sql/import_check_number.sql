-- Numbers that only one thing can have, found twice: in the file or in the register.
-- own, others: the numbers of a row as VALUES (field, severity, number) for the
-- working table and for sipbd_asset; both tables are gone through once for all.
WITH mine AS MATERIALIZED (
    SELECT work.table_id, work.number, own.field, own.severity,
           translate(upper(own.text), ' .-/', '') AS key
      FROM %(work)s AS work
     CROSS JOIN LATERAL (VALUES %(own)s) AS own (field, severity, text)
     WHERE translate(own.text, ' .-/', '') <> ''
)
SELECT table_id, number, 'number-repeated' AS kind, severity, field AS col,
       NULL::jsonb AS params
  FROM mine
  JOIN (SELECT field, key FROM mine GROUP BY field, key HAVING count(*) > 1) AS twice
       USING (field, key)
UNION ALL
SELECT table_id, number, 'number-known', severity, field, NULL
  FROM mine
  JOIN (
      SELECT DISTINCT others.field, translate(upper(others.text), ' .-/', '') AS key
        FROM sipbd_asset AS asset
       CROSS JOIN LATERAL (VALUES %(others)s) AS others (field, severity, text)
       WHERE asset.state = 'aktif' AND others.text IS NOT NULL
  ) AS known USING (field, key)
