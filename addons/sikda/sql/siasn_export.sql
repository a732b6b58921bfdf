-- The register in the 69 columns of SIASN "Data Utama", one row per person in service.
-- paths: see unit_path.sql.
-- units: ids of the units that are asked for and allowed.
SELECT e.siasn_id, e.nip, e.nip_lama, e.name, e.gelar_depan, e.gelar_belakang,
       NULL, e.tempat_lahir, to_char(e.birthday, 'DD-MM-YYYY'),
       CASE v.sex WHEN 'male' THEN 'M' WHEN 'female' THEN 'F' END,
       agama.code, agama.name, kawin.code, kawin.name, e.nik, e.hp,
       NULL, e.email_gov, e.alamat, e.npwp, e.bpjs,
       jenis.code, jenis.name, posisi.code, posisi.name,
       CASE v.status_asn WHEN 'cpns' THEN 'C' WHEN 'pns' THEN 'P' END, e.kartu_asn,
       e.sk_cpns_nomor, to_char(e.sk_cpns_tanggal, 'DD-MM-YYYY'),
       to_char(e.tmt_cpns, 'DD-MM-YYYY'), e.sk_pns_nomor,
       to_char(e.sk_pns_tanggal, 'DD-MM-YYYY'), to_char(e.tmt_pns, 'DD-MM-YYYY'),
       awal.code, awal.name, golongan.code, golongan.name,
       to_char(v.tmt_golongan, 'DD-MM-YYYY'), v.mkg_tahun::text, v.mkg_bulan::text,
       CASE v.jenis_jabatan WHEN 'struktural' THEN '1' WHEN 'fungsional' THEN '2'
                            WHEN 'pelaksana' THEN '4' END,
       CASE v.jenis_jabatan WHEN 'struktural' THEN 'Jabatan Struktural'
                            WHEN 'fungsional' THEN 'Jabatan Fungsional'
                            WHEN 'pelaksana' THEN 'Jabatan Pelaksana' END,
       post.code, v.job_title, to_char(v.tmt_jabatan, 'DD-MM-YYYY'),
       level.code, level.singkatan, didik.siasn_pendidikan, v.pendidikan,
       nullif(v.tahun_lulus, 0)::text, NULL, e.kpkn, NULL, e.lokasi_kerja,
       NULL, unor.text, NULL, e.instansi_induk, NULL, e.instansi_kerja,
       NULL, NULL, NULL, NULL, CASE WHEN e.nik_valid THEN '1' ELSE '0' END,
       didik.sekolah, e.flag_ikd, eselon.code, eselon.name
  FROM hr_employee AS e
  JOIN hr_version AS v ON v.id = e.current_version_id
  LEFT JOIN sikda_referensi AS agama ON agama.id = e.agama_id
  LEFT JOIN sikda_referensi AS kawin ON kawin.id = e.status_kawin_id
  LEFT JOIN sikda_referensi AS jenis ON jenis.id = e.jenis_pegawai_id
  LEFT JOIN sikda_kedudukan_hukum AS posisi ON posisi.id = v.kedudukan_hukum_id
  LEFT JOIN sikda_golongan AS golongan ON golongan.id = v.golongan_id
  LEFT JOIN (
       SELECT DISTINCT ON (r.employee_id) r.employee_id, g.code, g.name
         FROM (SELECT employee_id, tmt, id, golongan_id, replaced_by_id, verified, source
                 FROM sikda_riwayat_pangkat
                UNION ALL
               SELECT employee_id, tmt, id, golongan_id, replaced_by_id, verified, source
                 FROM sikda_riwayat_perjanjian) AS r
         JOIN sikda_golongan AS g ON g.id = r.golongan_id
        WHERE %(stands)s
        ORDER BY r.employee_id, r.tmt, r.id
       ) AS awal ON awal.employee_id = e.id
  LEFT JOIN sikda_jabatan AS post ON post.id = v.jabatan_id
  LEFT JOIN sikda_eselon AS eselon ON eselon.id = v.eselon_id
  LEFT JOIN sikda_pendidikan_tingkat AS level ON level.id = v.pendidikan_tingkat_id
  LEFT JOIN LATERAL (
       SELECT r.sekolah, r.siasn_pendidikan
         FROM sikda_riwayat_pendidikan AS r
        WHERE r.employee_id = e.id AND r.tingkat_id = v.pendidikan_tingkat_id
          AND %(stands)s
        ORDER BY r.tmt DESC, r.id DESC
        LIMIT 1
       ) AS didik ON TRUE
  JOIN hr_department AS unit ON unit.id = e.unit_id
  JOIN (%(paths)s) AS unor ON unor.id = e.unit_id
 WHERE e.active AND v.asn_aktif AND e.unit_id = ANY(%(units)s::integer[])
 ORDER BY unit.code, e.name, e.id
