-- What holds in some scopes: their totals and what changed since in their units.
-- columns: those of the cuboid that are asked for; scope_ids, paths: the scopes, as
-- units and as patterns ("1/5/%%").
SELECT %(columns)s, sum(assets) AS assets, sum(jumlah) AS jumlah,
       sum(nilai_perolehan) AS nilai_perolehan
  FROM (
      SELECT %(columns)s, assets, jumlah, nilai_perolehan
        FROM sipbd_asset_total
       WHERE scope_id = ANY(%(scope_ids)s) AND cuboid = %(cuboid)s
       UNION ALL
      SELECT %(columns)s, assets, jumlah, nilai_perolehan
        FROM sipbd_asset_change
       WHERE unit_id IN (
                 SELECT id FROM hr_department WHERE parent_path LIKE ANY(%(paths)s)
             )
  ) AS line
 GROUP BY %(columns)s
HAVING sum(assets) <> 0
