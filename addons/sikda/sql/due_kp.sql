-- KP that are due until a day, with the codes of what stands in the way: twin of
-- rules/kenaikan_pangkat.py promotion.
-- state: the CTE of due.sql; rule: parameters in force (name, key, value); day, until;
-- rows: condition on r.employee_id; least: code of the lowest predikat that is enough.
-- What histories add is summed up per person without looking at who is due, and code
-- lists are joined by LEFT JOIN: so no missing statistics make the planner expect a
-- single person and run through a history once for each.
WITH rule AS (%(rule)s), month AS (
    SELECT month::date,
           min(month::date) FILTER (
               WHERE extract(month FROM month)::int::text
                     = ANY(string_to_array(period.value, ' '))
           ) OVER (ORDER BY month DESC ROWS UNBOUNDED PRECEDING) AS period
      FROM generate_series(DATE '1950-01-01', %(until)s + interval '2 years',
                           interval '1 month') month
     CROSS JOIN LATERAL (
           SELECT value FROM sikda_parameter
            WHERE name = 'kp.periode' AND date_from <= month
              AND coalesce(date_to, 'infinity') >= month
            ORDER BY date_from DESC LIMIT 1) period
), period AS MATERIALIZED (
    -- place in the array: months since January 1950, from 1
    SELECT array_agg(period ORDER BY month) AS of_month FROM month
), ladder AS MATERIALIZED (
    SELECT held.id, held.rank, held.name AS golongan, above.id AS to_id,
           above.rank AS to_rank
      FROM sikda_golongan held
      JOIN sikda_golongan above ON above.family = 'pns' AND above.rank = held.rank + 1
     WHERE held.family = 'pns'
), wait AS MATERIALIZED (
    -- read by scalar subqueries: a join would make the planner expect hardly any row
    SELECT jsonb_object_agg(key, value::int) FILTER (WHERE name = 'kp.tahun') AS years,
           jsonb_object_agg(key, value::int) FILTER (WHERE name = 'kp.predikat.tahun')
               AS grades,
           max(value) FILTER (WHERE name = 'kp.struktural.percepatan')::int AS short
      FROM rule
), need AS MATERIALIZED (
    SELECT split_part(key, ':', 1) AS jenjang, split_part(key, ':', 2) AS golongan,
           value::numeric AS value
      FROM rule WHERE name = 'ak.pangkat'
), exam AS MATERIALIZED (
    SELECT split_part(asked.key, '>', 1) AS golongan,
           string_to_array(exempt.value, ' ') AS exempt, pim.value::int AS pim
      FROM rule asked
      LEFT JOIN rule exempt ON exempt.name = 'kp.ujian_dinas.bebas_pendidikan'
                           AND exempt.key = asked.value
      LEFT JOIN rule pim ON pim.name = 'kp.ujian_dinas.bebas_pim'
                        AND pim.key = asked.value
     WHERE asked.name = 'kp.ujian_dinas'
), post AS MATERIALIZED (
    SELECT eselon.id, lowest.rank AS lowest, highest.rank AS highest
      FROM sikda_eselon eselon
      LEFT JOIN sikda_golongan lowest ON lowest.id = eselon.golongan_min_id
      LEFT JOIN sikda_golongan highest ON highest.id = eselon.golongan_max_id
), candidate AS MATERIALIZED (
    SELECT state.*, ladder.rank, ladder.golongan, ladder.to_id, ladder.to_rank,
           way.kind, post.lowest, post.highest,
           CASE WHEN way.kind = '201' AND ladder.rank < post.lowest
                     AND post.highest IS NOT NULL
                THEN least(
                    greatest(
                        (state.tmt_golongan
                         + make_interval(years => (SELECT short FROM wait)))::date,
                        (in_post.tmt
                         + make_interval(years => (SELECT short FROM wait)))::date),
                    greatest(full_wait.tmt, in_post.tmt))
                ELSE full_wait.tmt END AS earliest
      FROM state
      LEFT JOIN ladder ON ladder.id = state.golongan_id
      LEFT JOIN post ON post.id = state.eselon_id
      LEFT JOIN sikda_kedudukan_hukum posisi ON posisi.id = state.kedudukan_hukum_id
     CROSS JOIN LATERAL (
           SELECT CASE WHEN posisi.code = '03' THEN '101'
                       WHEN state.jenis_jabatan = 'fungsional' THEN '202'
                       WHEN state.jenis_jabatan = 'struktural' THEN '201'
                       ELSE '101' END AS kind) way
     CROSS JOIN LATERAL (
           SELECT coalesce(state.tmt_jabatan, state.tmt_golongan) AS tmt) in_post
     CROSS JOIN LATERAL (
           SELECT (state.tmt_golongan + make_interval(
                       years => ((SELECT years FROM wait) ->> way.kind)::int))::date AS tmt
           ) full_wait
     WHERE state.asn_aktif AND state.status_asn = 'pns'
       AND state.tmt_golongan IS NOT NULL
), due AS MATERIALIZED (
    SELECT candidate.*, first_period.tmt,
           ((SELECT grades FROM wait) ->> candidate.kind)::int AS years,
           extract(year FROM greatest(first_period.tmt, %(day)s))::int AS year,
           greatest(first_period.tmt, %(day)s) AS proposed
      FROM candidate
     CROSS JOIN LATERAL (
           SELECT (SELECT of_month FROM period)[
                      (extract(year FROM earliest)::int - 1950) * 12
                      + extract(month FROM earliest)::int
                      + (extract(day FROM earliest) > 1)::int] AS tmt) first_period
     WHERE candidate.to_id IS NOT NULL AND first_period.tmt <= %(until)s
), kinerja AS (
    SELECT employee_id, array_agg(tahun) AS years, array_agg(predikat) AS grades
      FROM (SELECT DISTINCT ON (r.employee_id, r.tahun) r.employee_id, r.tahun, r.predikat
              FROM sikda_riwayat_kinerja r
             WHERE r.tahun >= extract(year FROM %(day)s)::int - 3
               AND r.predikat IS NOT NULL AND %(rows)s
               AND %(stands)s
             ORDER BY r.employee_id, r.tahun,
                      coalesce(r.bulan_selesai, 0) IN (0, 12) DESC, r.id DESC) year
     GROUP BY employee_id
), credit AS (
    SELECT r.employee_id, sum(r.ak_total)::numeric AS total
      FROM sikda_riwayat_angka_kredit r
      JOIN state ON state.employee_id = r.employee_id
                AND make_date(r.tahun_selesai, 12, 31) >= state.tmt_golongan
     WHERE r.tahun_selesai > 0 AND %(rows)s
       AND %(stands)s
     GROUP BY r.employee_id
), training AS (
    -- PIM IV to I are 2 to 5 in the code list of SIASN.
    SELECT r.employee_id, min(6 - latihan.code::int) AS pim
      FROM sikda_riwayat_diklat r
      JOIN sikda_referensi latihan ON latihan.id = r.latihan_id
                                  AND latihan.code IN ('2', '3', '4', '5')
     WHERE r.latihan_id IS NOT NULL AND %(rows)s
       AND %(stands)s
     GROUP BY r.employee_id
), hukdis AS (%(hukdis)s)
SELECT due.employee_id, 'kp' AS kind, due.tmt, due.to_id AS golongan_id, due.kind AS code,
       array_remove(ARRAY[
           CASE WHEN due.kind = '101' AND tingkat.kp_max_id IS NULL
                THEN 'education_missing' END,
           CASE WHEN due.kind = '101' AND top.rank < due.to_rank THEN 'ceiling' END,
           CASE WHEN due.kind <> '202' THEN NULL
                WHEN need.value IS NULL THEN 'ak_unknown'
                WHEN credit.total IS NULL THEN 'ak_missing'
                WHEN credit.total < need.value THEN 'ak_low' END,
           CASE WHEN due.kind = '202' AND reach.rank < due.to_rank
                THEN 'next_jenjang' END,
           CASE WHEN due.kind = '201' AND (due.lowest IS NULL OR due.highest IS NULL)
                THEN 'eselon_unknown' END,
           CASE WHEN due.kind = '201' AND due.rank >= due.highest
                     AND due.lowest IS NOT NULL THEN 'ceiling' END,
           CASE WHEN due.kind <> '202' AND exam.golongan IS NOT NULL
                     AND NOT coalesce(tingkat.code = ANY(exam.exempt), FALSE)
                     AND NOT coalesce(training.pim <= exam.pim, FALSE)
                THEN 'ujian_dinas' END,
           CASE WHEN grade.years < due.years THEN 'kinerja_missing' END,
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
  LEFT JOIN need ON need.jenjang = jenjang.code AND need.golongan = due.golongan
  LEFT JOIN exam ON exam.golongan = due.golongan
  LEFT JOIN credit ON credit.employee_id = due.employee_id
  LEFT JOIN training ON training.employee_id = due.employee_id
  LEFT JOIN kinerja ON kinerja.employee_id = due.employee_id
 CROSS JOIN LATERAL (
       -- predikat of the full years before the proposal
       SELECT count(*) AS years, bool_or(one.grade > %(least)s) AS low
         FROM unnest(kinerja.years, kinerja.grades) one(year, grade)
        WHERE one.year >= due.year - due.years AND one.year < due.year
       ) grade
