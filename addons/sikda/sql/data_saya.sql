-- What a civil servant sees of himself: see models/sikda_data_saya.py.
CREATE OR REPLACE VIEW sikda_data_saya AS
SELECT e.id, e.id AS employee_id, e.user_id, e.name, e.nama_gelar, e.gelar_depan,
       e.gelar_belakang, e.nip, e.nik, e.tempat_lahir, e.birthday, e.agama_id,
       e.status_kawin_id, e.golongan_darah, e.alamat, e.hp, e.email_gov, e.tmt_cpns,
       e.sk_cpns_nomor, e.tmt_pns, e.sk_pns_nomor, e.karpeg, e.karis_karsu, e.npwp,
       e.bpjs, e.taspen, e.unit_id, e.create_uid, e.create_date, e.write_uid,
       e.write_date, version.sex, version.status_asn, version.kedudukan_hukum_id,
       version.golongan_id, version.tmt_golongan, version.mkg_tahun, version.mkg_bulan,
       version.tmt_mkg, version.gaji_pokok, version.job_title, version.eselon_id,
       version.tmt_jabatan, version.pendidikan_tingkat_id, version.pendidikan,
       version.tmt_pensiun
  FROM hr_employee e
  JOIN hr_version version ON version.id = e.current_version_id
 WHERE e.active
