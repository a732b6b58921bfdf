-- Adds the changes to the totals. sums: asset_total_sums.sql of the rows of "gone".
-- Two totals may share a key; what they are is in their columns.
WITH gone AS (
    DELETE FROM sipbd_asset_change RETURNING *
), news AS MATERIALIZED (
    %(sums)s
), olds AS (
    DELETE FROM sipbd_asset_total AS total
     USING news
     WHERE total.key = news.key
    RETURNING total.*
)
INSERT INTO sipbd_asset_total
SELECT key, cuboid, scope_id, unit_id, code_id, kib, state, kondisi, komptabel,
       tahun_perolehan, cara_perolehan, sum(assets), sum(jumlah), sum(nilai_perolehan)
  FROM (SELECT * FROM news UNION ALL SELECT * FROM olds) AS line
 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
HAVING sum(assets) <> 0 OR sum(jumlah) <> 0 OR sum(nilai_perolehan) <> 0
