-- Everybody whose KGB falls until a day, or would, with his present state: who is due; who
-- would be but for a CLTN; who has reached the end of the pay table; and of whom too
-- little is known. One row per person.
-- state: the present state of people; due, planned: due_kgb of them with and without the
-- CLTN on the way; day: whose law is asked; until: last TMT; rule: parameters in force;
-- put_off: rows of a person and the later TMT of whoever was not fit (art. 13).
WITH state AS MATERIALIZED (
    SELECT now.employee_id, now.unit_id, now.status_asn, now.golongan_id, now.mkg_tahun,
           now.mkg_bulan, now.tmt_mkg, now.gaji_pokok, now.nama_jabatan,
           now.tmt_pensiun, now.asn_aktif AS serving,
           now.asn_aktif
               OR coalesce(now.status_asn IS NOT NULL AND posisi.code = '02', FALSE)
               AS asn_aktif,
           coalesce(posisi.code IN ('04', '05'), FALSE) AS suspended
      FROM (%(state)s) now
      LEFT JOIN sikda_kedudukan_hukum posisi ON posisi.id = now.kedudukan_hukum_id
), rule AS MATERIALIZED (%(rule)s
), due AS MATERIALIZED (%(due)s
), planned AS MATERIALIZED (%(planned)s
), pay AS (
    -- last row of the table in force
    SELECT golongan_id, max(mkg) AS last_mkg
      FROM (SELECT golongan_id, mkg, date_from, date_to,
                   max(date_from) OVER (PARTITION BY golongan_id) AS latest
              FROM sikda_gaji
             WHERE date_from <= %(day)s) cell
     WHERE date_from = latest AND coalesce(date_to, 'infinity') >= %(day)s
     GROUP BY golongan_id
), ended AS (
    -- at the end of the table; told in the month in which a further row would come
    SELECT DISTINCT ON (state.employee_id) state.employee_id, state.golongan_id, would.tmt
      FROM state
      JOIN pay ON pay.golongan_id = state.golongan_id
              AND pay.last_mkg <= state.mkg_tahun
      JOIN sikda_golongan golongan ON golongan.id = state.golongan_id
      JOIN rule ON rule.name = 'kgb.dasar' AND rule.key = golongan.family
     CROSS JOIN generate_series(1, 25) step
     CROSS JOIN LATERAL (
           SELECT (state.tmt_mkg + make_interval(months =>
                      (pay.last_mkg + step * rule.value::int - state.mkg_tahun) * 12
                      - coalesce(state.mkg_bulan, 0)))::date AS tmt) would
     WHERE state.serving AND state.status_asn <> 'pppk_pw'
       AND would.tmt BETWEEN date_trunc('month', %(day)s::date) AND %(until)s
       AND state.employee_id NOT IN (SELECT employee_id FROM planned)
     ORDER BY state.employee_id, would.tmt
), candidate AS (
    SELECT planned.employee_id, coalesce(due.tmt, planned.tmt) AS tmt,
           planned.golongan_id, planned.mkg, coalesce(due.amount, planned.amount) AS gaji,
           CASE WHEN due.employee_id IS NULL OR NOT state.serving THEN 'cltn' END AS code
      FROM planned
      JOIN state ON state.employee_id = planned.employee_id
      LEFT JOIN due ON due.employee_id = planned.employee_id
     UNION ALL
    SELECT employee_id, tmt, golongan_id, NULL, NULL, 'tabel_akhir' FROM ended
     UNION ALL
    SELECT state.employee_id, NULL, state.golongan_id, NULL, NULL,
           CASE WHEN state.golongan_id IS NULL OR state.tmt_mkg IS NULL
                     OR state.mkg_tahun IS NULL THEN 'data'
                ELSE 'tanpa_tabel' END
      FROM state
      LEFT JOIN pay ON pay.golongan_id = state.golongan_id
     WHERE state.serving AND state.status_asn <> 'pppk_pw'
       AND (state.golongan_id IS NULL OR state.tmt_mkg IS NULL
            OR state.mkg_tahun IS NULL OR pay.golongan_id IS NULL)
)
SELECT candidate.employee_id, candidate.tmt AS tmt_awal,
       greatest(candidate.tmt, put_off.tmt) AS tmt, candidate.golongan_id, candidate.mkg,
       candidate.gaji, candidate.code, late.months AS tunda_bulan, state.unit_id,
       state.status_asn, state.nama_jabatan AS jabatan, state.serving, state.suspended,
       state.gaji_pokok, state.tmt_mkg, state.mkg_tahun, state.mkg_bulan,
       state.tmt_pensiun
  FROM candidate
  JOIN state ON state.employee_id = candidate.employee_id
  LEFT JOIN (%(put_off)s) put_off ON put_off.employee_id = candidate.employee_id
 CROSS JOIN LATERAL (
       SELECT coalesce(sikda_whole_months(candidate.tmt,
                           greatest(candidate.tmt, put_off.tmt)), 0) AS months) late
