-- The present state of people as it is projected onto them: what asn_state yields for
-- today, without reading the histories. people: condition on hr_employee e.
SELECT e.id AS employee_id,
       e.unit_id,
       now.status_asn,
       now.kedudukan_hukum_id,
       now.asn_aktif,
       now.golongan_id,
       now.tmt_golongan,
       now.mkg_tahun,
       now.mkg_bulan,
       now.tmt_mkg,
       now.jabatan_id,
       now.job_title AS nama_jabatan,
       now.jenis_jabatan,
       now.eselon_id,
       now.jenjang_id,
       now.tmt_jabatan,
       now.pendidikan_tingkat_id,
       now.pendidikan,
       now.tahun_lulus,
       now.gaji_pokok,
       now.tmt_kgb_terakhir,
       now.bup,
       now.tmt_pensiun
  FROM hr_employee e
  JOIN hr_version now ON now.id = e.current_version_id
 WHERE %(people)s
