-- Daftar penjagaan KGB: people with the SK that fixed their pay and the rise to come.
-- people: report_asn; due: due_kgb; until: the date; rows: condition on r.employee_id.
SELECT people.*, due.tmt AS tmt_baru, due.mkg AS mk_baru, 0 AS bulan_baru,
       due.amount::numeric AS gaji_baru, golongan.name AS golongan_baru,
       sk.sk_nomor, sk.sk_tanggal, sk.tmt AS sk_tmt, sk.mkg_tahun AS sk_tahun,
       sk.mkg_bulan AS sk_bulan, nullif(sk.gaji, 0)::numeric AS sk_gaji
  FROM (%(due)s) due
  JOIN (%(people)s) people ON people.employee_id = due.employee_id
  LEFT JOIN sikda_golongan golongan ON golongan.id = due.golongan_id
  LEFT JOIN (
       SELECT DISTINCT ON (r.employee_id) r.*
         FROM (SELECT employee_id, sk_nomor, sk_tanggal, tmt, mkg_tahun, mkg_bulan, gaji,
                      id, replaced_by_id, verified, source
                 FROM sikda_riwayat_kgb
                UNION ALL
               SELECT employee_id, sk_nomor, sk_tanggal, tmt, mkg_tahun, mkg_bulan, gaji,
                      id, replaced_by_id, verified, source
                 FROM sikda_riwayat_pangkat
                UNION ALL
               SELECT employee_id, sk_nomor, sk_tanggal, tmt, mkg_tahun, mkg_bulan, gaji,
                      id, replaced_by_id, verified, source
                 FROM sikda_riwayat_perjanjian) r
        WHERE r.tmt <= %(until)s AND %(rows)s
          AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
        ORDER BY r.employee_id, r.tmt DESC, r.mkg_tahun DESC NULLS LAST, r.id DESC
       ) sk ON sk.employee_id = due.employee_id
