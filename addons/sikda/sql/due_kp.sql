-- KP that are due until a day, with the codes of what stands in the way: twin of
-- rules/kenaikan_pangkat.py promotion.
-- state: asn_now or asn_state; rule: parameters in force (name, key, value); period: all
-- rows of kp.periode; day, until; rows: condition on r.employee_id.
WITH rule AS (%(rule)s), month AS (
    SELECT month::date,
           min(month::date) FILTER (
               WHERE extract(month FROM month)::int::text
                     = ANY(string_to_array(period.value, ' '))
           ) OVER (ORDER BY month GROUPS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
           AS period
      FROM generate_series(DATE '1950-01-01', %(until)s + interval '2 years',
                           interval '1 month') month
     CROSS JOIN LATERAL (
           SELECT value FROM sikda_parameter
            WHERE name = 'kp.periode' AND date_from <= month
              AND coalesce(date_to, 'infinity') >= month
            ORDER BY date_from DESC LIMIT 1) period
), wait AS (
    SELECT max(value) FILTER (WHERE name = 'kp.tahun' AND key = '101')::int AS reguler,
           max(value) FILTER (WHERE name = 'kp.tahun' AND key = '201')::int AS struktural,
           max(value) FILTER (WHERE name = 'kp.tahun' AND key = '202')::int AS fungsional,
           max(value) FILTER (WHERE name = 'kp.struktural.percepatan')::int AS short
      FROM rule
), candidate AS (
    SELECT state.*, held.rank, held.name AS golongan, above.id AS to_id,
           above.rank AS to_rank, above.name AS to_name,
           way.kind, lowest.rank AS lowest, highest.rank AS highest,
           CASE WHEN way.kind = '201' AND held.rank < lowest.rank
                     AND highest.rank IS NOT NULL
                THEN least(
                    greatest((state.tmt_golongan + make_interval(years => wait.short))::date,
                             (in_post.tmt + make_interval(years => wait.short))::date),
                    greatest((state.tmt_golongan + make_interval(years => wait.struktural))::date,
                             in_post.tmt))
                ELSE (state.tmt_golongan + make_interval(years =>
                         CASE way.kind WHEN '101' THEN wait.reguler
                              WHEN '202' THEN wait.fungsional
                              ELSE wait.struktural END))::date END AS earliest
      FROM (%(state)s) state
      JOIN sikda_golongan held ON held.id = state.golongan_id AND held.family = 'pns'
      JOIN sikda_golongan above ON above.family = 'pns' AND above.rank = held.rank + 1
      LEFT JOIN sikda_kedudukan_hukum posisi ON posisi.id = state.kedudukan_hukum_id
      LEFT JOIN sikda_eselon eselon ON eselon.id = state.eselon_id
      LEFT JOIN sikda_golongan lowest ON lowest.id = eselon.golongan_min_id
      LEFT JOIN sikda_golongan highest ON highest.id = eselon.golongan_max_id
     CROSS JOIN wait
     CROSS JOIN LATERAL (
           SELECT CASE WHEN posisi.code = '03' THEN '101'
                       WHEN state.jenis_jabatan = 'fungsional' THEN '202'
                       WHEN state.jenis_jabatan = 'struktural' THEN '201'
                       ELSE '101' END AS kind) way
     CROSS JOIN LATERAL (
           SELECT coalesce(state.tmt_jabatan, state.tmt_golongan) AS tmt) in_post
     WHERE state.asn_aktif AND state.status_asn = 'pns'
       AND state.tmt_golongan IS NOT NULL
), due AS (
    SELECT candidate.*, month.period AS tmt,
           greatest(month.period, %(day)s) AS proposed
      FROM candidate
      JOIN month ON month.month = CASE
               WHEN extract(day FROM candidate.earliest) = 1 THEN candidate.earliest
               ELSE (date_trunc('month', candidate.earliest) + interval '1 month')::date END
     WHERE month.period <= %(until)s
), kinerja AS (
    SELECT DISTINCT ON (r.employee_id, r.tahun) r.employee_id, r.tahun, r.predikat
      FROM sikda_riwayat_kinerja r
     WHERE r.tahun >= extract(year FROM %(day)s) - 3 AND r.predikat IS NOT NULL
       AND %(rows)s
       AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
     ORDER BY r.employee_id, r.tahun,
              coalesce(r.bulan_selesai, 0) IN (0, 12) DESC, r.id DESC
), hukdis AS (%(hukdis)s)
SELECT due.employee_id, 'kp' AS kind, due.tmt, due.to_id AS golongan_id, due.kind AS code,
       array_remove(ARRAY[
           CASE WHEN due.kind = '101' AND tingkat.kp_max_id IS NULL
                THEN 'education_missing' END,
           CASE WHEN due.kind = '101' AND top.rank < due.to_rank THEN 'ceiling' END,
           CASE WHEN due.kind <> '202' THEN NULL
                WHEN need.value IS NULL THEN 'ak_unknown'
                WHEN credit.total IS NULL THEN 'ak_missing'
                WHEN credit.total < need.value::numeric THEN 'ak_low' END,
           CASE WHEN due.kind = '202' AND reach.rank < due.to_rank
                THEN 'next_jenjang' END,
           CASE WHEN due.kind = '201' AND (due.lowest IS NULL OR due.highest IS NULL)
                THEN 'eselon_unknown' END,
           CASE WHEN due.kind = '201' AND due.rank >= due.highest
                     AND due.lowest IS NOT NULL THEN 'ceiling' END,
           CASE WHEN due.kind <> '202' AND exam.value IS NOT NULL
                     AND NOT coalesce(tingkat.code = ANY(
                         string_to_array(exempt.value, ' ')), FALSE)
                     AND NOT coalesce(training.pim <= pim.value::int, FALSE)
                THEN 'ujian_dinas' END,
           CASE WHEN grade.missing THEN 'kinerja_missing' END,
           CASE WHEN grade.low THEN 'kinerja_low' END,
           CASE WHEN EXISTS (
                    SELECT FROM hukdis
                     WHERE hukdis.employee_id = due.employee_id
                       AND due.proposed BETWEEN hukdis.first AND hukdis.last)
                THEN 'hukdis_running' END], NULL) AS findings
  FROM due
  LEFT JOIN sikda_pendidikan_tingkat tingkat ON tingkat.id = due.pendidikan_tingkat_id
  LEFT JOIN sikda_golongan top ON top.id = tingkat.kp_max_id
  LEFT JOIN sikda_jenjang jenjang ON jenjang.id = due.jenjang_id
  LEFT JOIN sikda_golongan reach ON reach.id = jenjang.golongan_max_id
  LEFT JOIN rule need ON need.name = 'ak.pangkat'
                     AND need.key = jenjang.code || ':' || due.golongan
  LEFT JOIN rule exam ON exam.name = 'kp.ujian_dinas'
                     AND exam.key = due.golongan || '>' || due.to_name
  LEFT JOIN rule exempt ON exempt.name = 'kp.ujian_dinas.bebas_pendidikan'
                       AND exempt.key = exam.value
  LEFT JOIN rule pim ON pim.name = 'kp.ujian_dinas.bebas_pim' AND pim.key = exam.value
  LEFT JOIN (
       SELECT r.employee_id, sum(r.ak_total)::numeric AS total
         FROM sikda_riwayat_angka_kredit r
         JOIN due ON due.employee_id = r.employee_id
                 AND make_date(r.tahun_selesai, 12, 31) >= due.tmt_golongan
        WHERE r.tahun_selesai > 0 AND %(rows)s
          AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
        GROUP BY r.employee_id) credit ON credit.employee_id = due.employee_id
  LEFT JOIN (
       -- PIM IV to I are 2 to 5 in the code list of SIASN.
       SELECT r.employee_id, min(6 - latihan.code::int) AS pim
         FROM sikda_riwayat_diklat r
         JOIN sikda_referensi latihan ON latihan.id = r.latihan_id
                                     AND latihan.code IN ('2', '3', '4', '5')
        WHERE %(rows)s
          AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
        GROUP BY r.employee_id) training ON training.employee_id = due.employee_id
 CROSS JOIN LATERAL (
       SELECT bool_or(kinerja.predikat IS NULL) AS missing,
              bool_or(kinerja.predikat > %(least)s) AS low
         FROM generate_series(
                  1, (SELECT value::int FROM rule
                       WHERE name = 'kp.predikat.tahun' AND key = due.kind)) back
         LEFT JOIN kinerja ON kinerja.employee_id = due.employee_id
                          AND kinerja.tahun = extract(year FROM due.proposed) - back
       ) grade
