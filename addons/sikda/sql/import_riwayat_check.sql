-- Every fault of every staged row of a history, one line each.
-- work: see import_riwayat_stage.sql.
SELECT table_id, number, 'nip-unusable' AS kind, 'error' AS severity, 'nip' AS col,
       NULL::jsonb AS params
  FROM %(work)s
 WHERE nip IS NULL
UNION ALL
SELECT table_id, number, 'person-unknown', 'error', 'nip', NULL
  FROM %(work)s
 WHERE nip IS NOT NULL AND employee_id IS NULL
UNION ALL
SELECT table_id, number, 'person-out-of-scope', 'error', 'nip', NULL
  FROM %(work)s
 WHERE employee_id IS NOT NULL AND NOT coalesce(in_scope, FALSE)
UNION ALL
SELECT table_id, number, 'jabatan-unknown', 'error', 'jabatan', NULL
  FROM %(work)s
 WHERE history = 'jabatan' AND jabatan_id IS NULL
UNION ALL
SELECT table_id, number, 'tingkat-unknown', 'error', 'tingkat', NULL
  FROM %(work)s
 WHERE history = 'pendidikan' AND tingkat_id IS NULL
UNION ALL
SELECT table_id, number, 'tmt-missing', 'error', NULL, NULL
  FROM %(work)s
 WHERE history = 'jabatan' AND tmt IS NULL
UNION ALL
SELECT table_id, number, 'kgb-incomplete', 'error', NULL, NULL
  FROM %(work)s
 WHERE history = 'kgb'
   AND (gaji IS NULL OR gaji <= 0 OR gaji >= 1e9 OR mkg_tahun IS NULL
        OR mkg_tahun > 60 OR mkg_bulan > 11)
UNION ALL
SELECT table_id, number, 'tmt-far', 'error', NULL, NULL
  FROM %(work)s
 WHERE tmt_far
UNION ALL
SELECT table_id, number, 'tmt-too-early', 'error', NULL, NULL
  FROM %(work)s
 WHERE tmt_too_early AND NOT tmt_far
UNION ALL
SELECT table_id, number, 'unor-unknown', 'error', 'unit_name', NULL
  FROM %(work)s
 WHERE unit_text IS NOT NULL AND unor_id IS NULL
UNION ALL
SELECT table_id, number, 'row-repeated', 'note', NULL, NULL
  FROM %(work)s
 WHERE twin AND employee_id IS NOT NULL
UNION ALL
SELECT work.table_id, work.number, 'row-known', 'note', NULL, NULL
  FROM %(work)s AS work
 WHERE EXISTS (SELECT 1 FROM (%(known)s) AS known WHERE known.row_id = work.row_id
                  AND known.part = work.part)
