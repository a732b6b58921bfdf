-- Daftar penjagaan KGB: people with the SK that fixed their pay, the rise to come, and
-- what stands in its way: twin of rules/kgb.py findings.
-- people: report_asn; due: due_kgb; until: the date; rows: condition on r.employee_id;
-- rule: parameters in force; grades: names of the predikat from best to worst; hukdis:
-- punishments that run.
WITH rule AS (%(rule)s), sk AS (
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
       AND %(stands)s
     ORDER BY r.employee_id, r.tmt DESC, r.mkg_tahun DESC NULLS LAST, r.id DESC
), listed AS (
    SELECT people.*, due.tmt AS tmt_baru, due.mkg AS mk_baru, 0 AS bulan_baru,
           due.amount::numeric AS gaji_baru, golongan.name AS golongan_baru,
           sk.sk_nomor, sk.sk_tanggal, sk.tmt AS sk_tmt, sk.mkg_tahun AS sk_tahun,
           sk.mkg_bulan AS sk_bulan, nullif(sk.gaji, 0)::numeric AS sk_gaji,
           least(due.tmt, %(until)s) AS judged,
           coalesce(own.value, family.value)::int AS grade_years,
           array_position(%(grades)s, least.value) AS least
      FROM (%(due)s) due
      JOIN (%(people)s) people ON people.employee_id = due.employee_id
      LEFT JOIN sikda_golongan golongan ON golongan.id = due.golongan_id
      LEFT JOIN rule least ON least.name = 'kgb.predikat' AND least.key = people.family
      LEFT JOIN rule family
             ON family.name = 'kgb.predikat.tahun' AND family.key = people.family
      LEFT JOIN rule own
             ON own.name = 'kgb.predikat.tahun' AND own.key = people.golongan
      LEFT JOIN sk ON sk.employee_id = due.employee_id
), kinerja AS (
    SELECT DISTINCT ON (r.employee_id, r.tahun) r.employee_id, r.tahun, r.predikat
      FROM sikda_riwayat_kinerja r
     WHERE r.predikat IS NOT NULL AND %(rows)s
       AND %(stands)s
     ORDER BY r.employee_id, r.tahun,
              coalesce(r.bulan_selesai, 0) IN (0, 12) DESC, r.id DESC
), grade AS (
    -- predikat of the full years before the rise that were over by the date
    SELECT listed.employee_id, count(*) AS years,
           bool_or(kinerja.predikat::int > listed.least) AS low
      FROM listed
      JOIN kinerja ON kinerja.employee_id = listed.employee_id
                  AND kinerja.tahun < extract(year FROM listed.judged)
                  AND kinerja.tahun >=
                      extract(year FROM listed.judged) - listed.grade_years
     GROUP BY listed.employee_id
), hukdis AS (%(hukdis)s)
SELECT listed.*,
       concat_ws('; ',
           CASE WHEN listed.tmt_baru < %(until)s THEN 'terlambat'
                WHEN listed.tmt_baru = %(until)s THEN 'mulai hari ini' END,
           'masa kerja ' || listed.mk_baru || ' tahun',
           CASE WHEN coalesce(grade.years, 0) < listed.grade_years
                THEN 'predikat kinerja belum lengkap' END,
           CASE WHEN grade.low THEN 'predikat kinerja belum cukup' END,
           CASE WHEN EXISTS (
                    SELECT FROM hukdis
                     WHERE hukdis.employee_id = listed.employee_id
                       AND listed.tmt_baru BETWEEN hukdis.first AND hukdis.last)
                THEN 'sedang menjalani hukuman disiplin' END) AS keterangan
  FROM listed
  LEFT JOIN grade ON grade.employee_id = listed.employee_id
