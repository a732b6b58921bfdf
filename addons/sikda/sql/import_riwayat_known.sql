-- Staged rows of a history that stand in the register already.
-- work: see import_riwayat_stage.sql.
SELECT work.row_id, work.part
  FROM %(work)s AS work
  JOIN sikda_riwayat_jabatan AS row
    ON row.employee_id = work.employee_id AND row.tmt = work.tmt
   AND (row.jabatan_id = work.jabatan_id
        OR upper(row.nama_jabatan) = upper(coalesce(work.jabatan, work.jabatan_code)))
   AND row.replaced_by_id IS NULL
 WHERE work.history = 'jabatan'
UNION ALL
SELECT work.row_id, work.part
  FROM %(work)s AS work
  JOIN sikda_riwayat_pendidikan AS row
    ON row.employee_id = work.employee_id AND row.tingkat_id = work.tingkat_id
   AND coalesce(row.tahun_lulus, 0) = coalesce(
           work.tahun_lulus, date_part('year', work.tanggal_lulus), 0)
   AND row.replaced_by_id IS NULL
 WHERE work.history = 'pendidikan'
UNION ALL
SELECT work.row_id, work.part
  FROM %(work)s AS work
  JOIN sikda_riwayat_kgb AS row
    ON row.employee_id = work.employee_id AND row.tmt = work.tmt
   AND row.gaji = work.gaji AND row.replaced_by_id IS NULL
 WHERE work.history = 'kgb'
