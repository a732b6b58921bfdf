-- Trainings of a load that are not in the histories yet. A training is known by its name,
-- and by its year where both sides have one; what was withdrawn with its file may come
-- again. work: see import_pegawai_stage.sql; scope: units that the people may be in.
SELECT work.row_id, work.table_id, work.number, work.nip, work.employee_id, work.latihan,
       work.latihan_jenis, work.latihan_id, work.tahun_latihan, work.jam_latihan
  FROM %(work)s AS work
 WHERE work.usable AND work.latihan IS NOT NULL
   AND CASE WHEN work.employee_id IS NULL
            THEN work.unit_id IS NOT NULL AND work.name IS NOT NULL
            ELSE work.employee_unit_id = ANY(%(scope)s::integer[]) END
   AND NOT EXISTS (
           SELECT 1
             FROM sikda_riwayat_diklat AS row
            WHERE row.employee_id = work.employee_id
              AND regexp_replace(upper(row.nama), '\W', '', 'g')
                  = regexp_replace(upper(work.latihan), '\W', '', 'g')
              AND coalesce(nullif(row.tahun, 0), work.tahun_latihan, 0)
                  = coalesce(work.tahun_latihan, nullif(row.tahun, 0), 0)
              AND row.replaced_by_id IS DISTINCT FROM row.id)
