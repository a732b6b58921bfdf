-- Totals of some rows, for every unit above theirs and for their own, by every cuboid.
-- rows: query with the dimensions, assets, jumlah, nilai_perolehan; sets, cuboid: the
-- cuboids, each with the unit, and the number of each.
-- with_unit: the numbers of those that are kept by unit.
SELECT hashtextextended(
           ROW(
               cuboid, scope_id, unit_id, code_id, kib, state, kondisi, komptabel,
               tahun_perolehan, cara_perolehan
           )::text, 0
       ) AS key, total.*
  FROM (
      SELECT cuboid, scope.id AS scope_id,
             CASE WHEN cuboid = ANY(%(with_unit)s) THEN own.unit_id END AS unit_id,
             code_id, kib, state, kondisi, komptabel, tahun_perolehan, cara_perolehan,
             sum(assets)::bigint AS assets, sum(jumlah) AS jumlah,
             sum(nilai_perolehan) AS nilai_perolehan
        FROM (
            SELECT %(cuboid)s AS cuboid, unit_id, code_id, kib, state, kondisi,
                   komptabel, tahun_perolehan, cara_perolehan, sum(assets) AS assets,
                   sum(jumlah) AS jumlah, sum(nilai_perolehan) AS nilai_perolehan
              FROM (%(rows)s) AS line
             GROUP BY GROUPING SETS (%(sets)s)
        ) AS own
        JOIN hr_department AS unit ON unit.id = own.unit_id
       CROSS JOIN unnest(
                 string_to_array(rtrim(unit.parent_path, '/'), '/')::integer[]
             ) AS scope (id)
       GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
  ) AS total
