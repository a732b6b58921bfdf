-- What the rules are asked about people: their state with codes and names.
-- state: asn_now; day: whose agreement is in force.
SELECT state.employee_id, state.status_asn, posisi.code AS kedudukan,
       golongan.name AS golongan, state.tmt_golongan, state.mkg_tahun, state.mkg_bulan,
       state.tmt_mkg, state.gaji_pokok, state.jenis_jabatan, eselon.code AS eselon,
       jenjang.code AS jenjang, nullif(post.bup, 0) AS bup, state.tmt_jabatan,
       tingkat.code AS pendidikan, e.birthday, e.tmt_cpns,
       training.pim, credit.total AS angka_kredit, contract.last AS contract_last
  FROM (%(state)s) state
  JOIN hr_employee e ON e.id = state.employee_id
  LEFT JOIN sikda_kedudukan_hukum posisi ON posisi.id = state.kedudukan_hukum_id
  LEFT JOIN sikda_golongan golongan ON golongan.id = state.golongan_id
  LEFT JOIN sikda_eselon eselon ON eselon.id = state.eselon_id
  LEFT JOIN sikda_jenjang jenjang ON jenjang.id = state.jenjang_id
  LEFT JOIN sikda_jabatan post ON post.id = state.jabatan_id
  LEFT JOIN sikda_pendidikan_tingkat tingkat ON tingkat.id = state.pendidikan_tingkat_id
  LEFT JOIN LATERAL (
       SELECT min(6 - latihan.code::int) AS pim
         FROM sikda_riwayat_diklat r
         JOIN sikda_referensi latihan ON latihan.id = r.latihan_id
                                     AND latihan.code IN ('2', '3', '4', '5')
        WHERE r.employee_id = state.employee_id
          AND %(stands)s
       ) training ON TRUE
  LEFT JOIN LATERAL (
       SELECT sum(r.ak_total)::numeric AS total
         FROM sikda_riwayat_angka_kredit r
        WHERE r.employee_id = state.employee_id AND r.tahun_selesai > 0
          AND make_date(r.tahun_selesai, 12, 31) >= state.tmt_golongan
          AND %(stands)s
       ) credit ON TRUE
  LEFT JOIN LATERAL (
       SELECT r.tmt_akhir AS last
         FROM sikda_riwayat_perjanjian r
        WHERE r.employee_id = state.employee_id AND r.tmt <= %(day)s
          AND state.status_asn IN ('pppk', 'pppk_pw')
          AND %(stands)s
        ORDER BY r.tmt DESC, r.id DESC LIMIT 1
       ) contract ON TRUE
 WHERE state.asn_aktif
