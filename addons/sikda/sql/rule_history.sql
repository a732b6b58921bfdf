-- Rows of the histories that the rules look at, told apart by kind.
-- rows: condition on r.employee_id.
SELECT employee_id, 'kinerja' AS kind, predikat AS code, NULL AS level, tahun AS number,
       NULL::date AS first, NULL::date AS last
  FROM (SELECT DISTINCT ON (r.employee_id, r.tahun) r.employee_id, r.tahun, r.predikat
          FROM sikda_riwayat_kinerja r
         WHERE r.predikat IS NOT NULL AND %(rows)s
           AND %(stands)s
         ORDER BY r.employee_id, r.tahun,
                  coalesce(r.bulan_selesai, 0) IN (0, 12) DESC, r.id DESC) kinerja
 UNION ALL
SELECT r.employee_id, 'cltn', NULL, NULL, NULL, r.tmt,
       coalesce(r.tanggal_aktif - 1, r.tmt_akhir)
  FROM sikda_riwayat_cltn r
 WHERE %(rows)s AND %(stands)s
 UNION ALL
SELECT r.employee_id, 'penghargaan', jenis.code, NULL, NULL, NULL, NULL
  FROM sikda_riwayat_penghargaan r
  JOIN sikda_referensi jenis ON jenis.id = r.jenis_id
 WHERE %(rows)s AND %(stands)s
 UNION ALL
SELECT r.employee_id, 'hukdis', jenis.code, jenis.level, NULL, r.tmt, r.tmt_akhir
  FROM sikda_riwayat_hukdis r
  JOIN sikda_jenis_hukdis jenis ON jenis.id = r.jenis_id
 WHERE r.tmt IS NOT NULL AND coalesce(r.batal_nomor, '') = '' AND %(rows)s
   AND %(stands)s
