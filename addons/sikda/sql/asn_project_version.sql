-- Write the state of people (asn_state) onto their current versions where it differs.
-- A person without a row of jabatan or unit stays in the unit of entry.
UPDATE hr_version version
   SET status_asn = state.status_asn,
       kedudukan_hukum_id = state.kedudukan_hukum_id,
       asn_aktif = state.asn_aktif,
       golongan_id = state.golongan_id,
       tmt_golongan = state.tmt_golongan,
       mkg_tahun = state.mkg_tahun,
       mkg_bulan = state.mkg_bulan,
       tmt_mkg = state.tmt_mkg,
       jabatan_id = state.jabatan_id,
       job_title = CASE WHEN state.status_asn IS NULL THEN version.job_title
                        ELSE state.nama_jabatan END,
       is_custom_job_title = TRUE, -- or Odoo would compute it from hr.job
       jenis_jabatan = state.jenis_jabatan,
       eselon_id = state.eselon_id,
       jenjang_id = state.jenjang_id,
       tmt_jabatan = state.tmt_jabatan,
       department_id = coalesce(state.unit_id, version.department_id),
       tmt_unit = state.tmt_unit,
       pendidikan_tingkat_id = state.pendidikan_tingkat_id,
       pendidikan = state.pendidikan,
       tahun_lulus = state.tahun_lulus,
       gaji_pokok = state.gaji_pokok,
       tmt_kgb_terakhir = state.tmt_kgb_terakhir,
       bup = state.bup,
       tmt_pensiun = state.tmt_pensiun,
       write_uid = %(uid)s,
       write_date = now() AT TIME ZONE 'UTC'
  FROM (%(state)s) state
  JOIN hr_employee employee ON employee.id = state.employee_id
 WHERE version.id = employee.current_version_id
   AND (version.status_asn, version.kedudukan_hukum_id, version.asn_aktif,
        version.golongan_id, version.tmt_golongan, version.mkg_tahun, version.mkg_bulan,
        version.tmt_mkg, version.jabatan_id, version.job_title, version.jenis_jabatan,
        version.eselon_id, version.jenjang_id, version.tmt_jabatan,
        version.department_id, version.tmt_unit, version.pendidikan_tingkat_id,
        version.pendidikan, version.tahun_lulus, version.gaji_pokok,
        version.tmt_kgb_terakhir, version.bup, version.tmt_pensiun)
       IS DISTINCT FROM
       (state.status_asn, state.kedudukan_hukum_id, state.asn_aktif,
        state.golongan_id, state.tmt_golongan, state.mkg_tahun, state.mkg_bulan,
        state.tmt_mkg, state.jabatan_id,
        CASE WHEN state.status_asn IS NULL THEN version.job_title
             ELSE state.nama_jabatan END, state.jenis_jabatan,
        state.eselon_id, state.jenjang_id, state.tmt_jabatan,
        coalesce(state.unit_id, version.department_id), state.tmt_unit,
        state.pendidikan_tingkat_id, state.pendidikan, state.tahun_lulus,
        state.gaji_pokok, state.tmt_kgb_terakhir, state.bup, state.tmt_pensiun)
