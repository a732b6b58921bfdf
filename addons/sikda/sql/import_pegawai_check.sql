-- Every fault of every staged row of people, one line each. Errors keep the file out or,
-- with a reason, leave the row out; notes are only to be known.
-- work: see import_pegawai_stage.sql. scope: units that the rows may be in.
-- corrections: layouts that only speak of people who are there.
-- trainings: see import_pegawai_training.sql.
SELECT table_id, number, nip_fault AS kind, 'error' AS severity, 'nip' AS col,
       NULL::jsonb AS params
  FROM %(work)s
 WHERE nip_fault IN ('nip-unusable', 'nip-of-another')
UNION ALL
SELECT table_id, number, 'nip-repeated', 'error', 'nip',
       jsonb_build_object('other', nip_before)
  FROM %(work)s
 WHERE nip_before IS NOT NULL
UNION ALL
SELECT table_id, number, 'nip-by-name', 'note', 'nip', NULL
  FROM %(work)s
 WHERE nip_by_name
UNION ALL
SELECT table_id, number, unit_fault, 'error', 'unit_name', NULL
  FROM %(work)s
 WHERE unit_fault IS NOT NULL
   AND (unit_fault <> 'unit-missing'
        OR employee_id IS NULL AND layout <> ALL(%(corrections)s))
UNION ALL
SELECT table_id, number, 'person-unknown', 'error', 'nip', NULL
  FROM %(work)s
 WHERE employee_id IS NULL AND nip IS NOT NULL AND layout = ANY(%(corrections)s)
UNION ALL
SELECT table_id, number, 'person-out-of-scope', 'error', 'nip', NULL
  FROM %(work)s
 WHERE employee_id IS NOT NULL AND coalesce(employee_unit_id, 0) <> ALL(%(scope)s)
UNION ALL
SELECT table_id, number, 'person-known', 'note', NULL, NULL
  FROM %(work)s
 WHERE employee_id = ANY(
           SELECT id FROM hr_employee WHERE unit_id = ANY(%(scope)s::integer[])
       )
UNION ALL
SELECT table_id, number, 'jabatan-unknown', 'error', 'jabatan', NULL
  FROM %(work)s
 WHERE jabatan IS NOT NULL AND jabatan_id IS NULL
UNION ALL
SELECT table_id, number, 'tmt-jabatan-missing', 'note', 'tmt_jabatan', NULL
  FROM %(work)s
 WHERE jabatan IS NOT NULL AND tmt_jabatan IS NULL
UNION ALL
SELECT table_id, number, 'tmt-golongan-missing', 'note', 'tmt_golongan', NULL
  FROM %(work)s
 WHERE golongan_id IS NOT NULL AND tmt_golongan IS NULL
UNION ALL
SELECT table_id, number, 'birthday-from-nip', 'note', 'birthday', NULL
  FROM %(work)s
 WHERE birthday_of_nip
UNION ALL
SELECT table_id, number, 'tmt-cpns-from-nip', 'note', 'tmt_cpns', NULL
  FROM %(work)s
 WHERE tmt_cpns_of_nip
UNION ALL
SELECT table_id, number, split_part(fault, ' ', 2), 'error', split_part(fault, ' ', 1),
       NULL
  FROM %(work)s
 CROSS JOIN unnest(date_faults) AS fault
UNION ALL
SELECT table_id, number, 'golongan-before-cpns', 'note', 'tmt_golongan', NULL
  FROM %(work)s
 WHERE tmt_golongan < tmt_cpns AND golongan_family = 'pns'
UNION ALL
SELECT table_id, number, 'name-differs', 'note', 'name', NULL
  FROM %(work)s
 WHERE other_name
UNION ALL
SELECT table_id, number, 'kgb-tmt-only', 'note', 'tmt_kgb_terakhir', NULL
  FROM %(work)s
 WHERE usable AND tmt_kgb_terakhir IS NOT NULL AND kgb_tahun IS NULL
UNION ALL
SELECT line.table_id, line.number, kind.kind, 'note', 'latihan', NULL
  FROM (%(trainings)s) AS line
 CROSS JOIN (VALUES ('training-new'), ('training-without-year')) AS kind (kind)
 WHERE kind.kind = 'training-new' OR line.tahun_latihan IS NULL
UNION ALL
SELECT table_id, number, 'nik-repeated', 'note', 'nik', NULL
  FROM %(work)s
 WHERE nik IS NOT NULL AND nik_rows > 1
UNION ALL
SELECT work.table_id, work.number, 'nik-known', 'note', 'nik', NULL
  FROM %(work)s AS work
  JOIN hr_employee AS employee ON employee.nik = work.nik
 WHERE employee.id IS DISTINCT FROM work.employee_id
UNION ALL
SELECT table_id, number, 'code-unknown', 'note', code.col, NULL
  FROM %(work)s AS work
 CROSS JOIN LATERAL (VALUES
       ('agama', agama_unknown), ('status_kawin', status_kawin_unknown),
       ('jenis_pegawai', jenis_pegawai_unknown),
       ('kedudukan_hukum', kedudukan_hukum_unknown), ('tingkat', tingkat_unknown)
       ) AS code (col, unknown)
 WHERE code.unknown
