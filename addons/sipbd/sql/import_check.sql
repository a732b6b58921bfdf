-- Every fault of every staged row, one line each. Errors keep the file out, notes
-- are only to be known.
-- work: see import_stage.sql. today: the date of the pemda. kode_faults, unit_faults,
-- dated: whether there are such faults, and dates; if not, nobody looks for them.
SELECT table_id, number, kode_fault AS kind, 'error' AS severity, 'kode' AS col,
       NULL::jsonb AS params
  FROM %(work)s
 WHERE %(kode_faults)s AND kode_fault IS NOT NULL
UNION ALL
SELECT table_id, number, 'code-of-other-kib', 'error', 'kode',
       jsonb_build_object('kib', sheet_kib)
  FROM %(work)s
 WHERE kode_id IS NOT NULL AND sheet_kib IS NOT NULL
   AND kode_kib IS DISTINCT FROM sheet_kib
UNION ALL
SELECT table_id, number, unit_fault, 'error', NULL, NULL
  FROM %(work)s
 WHERE %(unit_faults)s AND unit_fault IS NOT NULL
UNION ALL
SELECT table_id, number, 'name-missing', 'note', 'name', NULL
  FROM %(work)s
 WHERE coalesce(name, '') = ''
UNION ALL
SELECT table_id, number,
       CASE WHEN nilai_perolehan IS NULL THEN 'value-missing'
            WHEN nilai_perolehan < 0 THEN 'value-negative'
            WHEN nilai_perolehan = 0 THEN 'value-zero'
            ELSE 'value-huge' END,
       CASE WHEN nilai_perolehan = 0 THEN 'note' ELSE 'error' END,
       'nilai_perolehan', NULL
  FROM %(work)s
 WHERE nilai_perolehan IS NULL OR nilai_perolehan <= 0 OR nilai_perolehan >= 1e15
UNION ALL
SELECT table_id, number, 'items-implausible', 'error', 'register', NULL
  FROM %(work)s
 WHERE items < 1 OR items > %(max_items)s OR items <> trunc(items)
UNION ALL
SELECT table_id, number,
       CASE WHEN tahun IS NULL THEN 'year-missing'
            WHEN tahun > date_part('year', %(today)s::date) THEN 'year-in-future'
            ELSE 'year-implausible' END,
       CASE WHEN tahun IS NULL THEN 'note' ELSE 'error' END,
       'tahun_perolehan', NULL
  FROM (
      SELECT table_id, number,
             coalesce(date_part('year', tanggal_perolehan), tahun_perolehan) AS tahun
        FROM %(work)s
      OFFSET 0  -- once per row, not once per comparison
  ) AS acquired
 WHERE tahun IS NULL OR tahun NOT BETWEEN 1900 AND date_part('year', %(today)s::date)
    OR tahun <> trunc(tahun)
UNION ALL
SELECT table_id, number, 'date-in-future', 'error', 'tanggal_perolehan', NULL
  FROM %(work)s
 WHERE %(dated)s AND tanggal_perolehan > %(today)s
   AND date_part('year', tanggal_perolehan) = date_part('year', %(today)s::date)
UNION ALL
SELECT table_id, number, 'year-differs', 'note', 'tahun_perolehan', NULL
  FROM %(work)s
 WHERE %(dated)s AND date_part('year', tanggal_perolehan) <> tahun_perolehan
UNION ALL
SELECT table_id, number, 'register-repeated', 'note', 'register', NULL
  FROM %(work)s
 WHERE (unit_id, kode_id, register) IN (
           SELECT unit_id, kode_id, register
             FROM %(work)s
            WHERE register IS NOT NULL
            GROUP BY unit_id, kode_id, register
           HAVING count(*) > 1
       )
