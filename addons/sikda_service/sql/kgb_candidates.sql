-- Everybody whose KGB falls until a day or would, with the SK that fixed the pay and what
-- stands in the way (codes of rules/usul_kgb.py, in their order). One row per person.
-- state: the present state of people; due, planned: due_kgb of them with and without the
-- CLTN on the way; day: whose law is asked; until: last TMT; rows: condition on
-- r.employee_id; rule: parameters in force; grades: names of the predikat from best to
-- worst; hukdis: punishments that run; own: proposals that are filled or checked; open:
-- states of others in which they hold a person.
WITH state AS MATERIALIZED (
    SELECT now.employee_id, now.unit_id, now.status_asn, now.golongan_id, now.mkg_tahun,
           now.mkg_bulan, now.tmt_mkg, now.gaji_pokok, now.nama_jabatan,
           now.tmt_pensiun, now.asn_aktif AS serving,
           now.asn_aktif
               OR coalesce(now.status_asn IS NOT NULL AND posisi.code = '02', FALSE)
               AS asn_aktif
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
       AND NOT EXISTS (SELECT FROM planned
                        WHERE planned.employee_id = state.employee_id)
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
), fixed AS (
    -- every SK that fixes pay or masa kerja and stands
    SELECT r.*
      FROM (SELECT 'kgb' AS jenis, employee_id, sk_nomor, sk_tanggal, pejabat, tmt,
                   mkg_tahun, mkg_bulan, gaji, id, replaced_by_id, verified, source
              FROM sikda_riwayat_kgb
             UNION ALL
            SELECT 'pangkat', employee_id, sk_nomor, sk_tanggal, pejabat, tmt,
                   mkg_tahun, mkg_bulan, gaji, id, replaced_by_id, verified, source
              FROM sikda_riwayat_pangkat
             UNION ALL
            SELECT 'pmk', employee_id, sk_nomor, sk_tanggal, pejabat, tmt,
                   nullif(mkg_tahun, 0), mkg_bulan, gaji, id, replaced_by_id, verified,
                   source
              FROM sikda_riwayat_pmk
             UNION ALL
            SELECT 'perjanjian', employee_id, sk_nomor, sk_tanggal, pejabat, tmt,
                   mkg_tahun, mkg_bulan, gaji, id, replaced_by_id, verified, source
              FROM sikda_riwayat_perjanjian) r
      JOIN candidate ON candidate.employee_id = r.employee_id
     WHERE %(rows)s
       AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
), sk AS (
    SELECT DISTINCT ON (employee_id) *
      FROM fixed
     WHERE tmt <= %(day)s AND gaji > 0
     ORDER BY employee_id, tmt DESC, gaji DESC, id DESC
), kinerja AS (
    SELECT DISTINCT ON (r.employee_id, r.tahun) r.employee_id, r.tahun, r.predikat
      FROM sikda_riwayat_kinerja r
      JOIN candidate ON candidate.employee_id = r.employee_id
     WHERE r.predikat IS NOT NULL AND %(rows)s
       AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
     ORDER BY r.employee_id, r.tahun,
              coalesce(r.bulan_selesai, 0) IN (0, 12) DESC, r.id DESC
), wanted AS (
    -- least predikat, and of how many full years before the rise
    SELECT candidate.employee_id, extract(year FROM candidate.tmt)::int AS year,
           coalesce(own.value, family.value)::int AS years,
           array_position(%(grades)s, least.value) AS least
      FROM candidate
      JOIN sikda_golongan golongan ON golongan.id = candidate.golongan_id
      JOIN rule least ON least.name = 'kgb.predikat' AND least.key = golongan.family
      JOIN rule family ON family.name = 'kgb.predikat.tahun'
                      AND family.key = golongan.family
      LEFT JOIN rule own ON own.name = 'kgb.predikat.tahun' AND own.key = golongan.name
     WHERE candidate.code IS NULL
), grade AS (
    SELECT wanted.employee_id, count(kinerja.tahun) < wanted.years AS missing,
           coalesce(bool_or(kinerja.predikat::int > wanted.least), FALSE) AS low
      FROM wanted
      LEFT JOIN kinerja ON kinerja.employee_id = wanted.employee_id
                       AND kinerja.tahun < wanted.year
                       AND kinerja.tahun >= wanted.year - wanted.years
     GROUP BY wanted.employee_id, wanted.years
), hukdis AS (%(hukdis)s
), contract AS (
    SELECT DISTINCT ON (r.employee_id) r.employee_id, r.tmt_akhir AS last
      FROM sikda_riwayat_perjanjian r
      JOIN candidate ON candidate.employee_id = r.employee_id
     WHERE %(rows)s AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
     ORDER BY r.employee_id, r.tmt DESC, r.id DESC
)
SELECT candidate.employee_id, e.nama_gelar AS nama, e.nip, e.tempat_lahir,
       e.birthday AS tanggal_lahir, coalesce(state.unit_id, e.unit_id) AS unit_id,
       state.status_asn, state.nama_jabatan AS jabatan, state.serving,
       candidate.golongan_id, candidate.tmt, candidate.mkg AS mkg_tahun,
       state.gaji_pokok AS gaji_lama, candidate.gaji,
       (candidate.tmt + make_interval(months => (further.mkg - candidate.mkg) * 12))::date
           AS tmt_berikut,
       paid.legal_basis AS dasar_gaji,
       state.tmt_mkg AS tmt_dasar, state.mkg_tahun AS mkg_dasar_tahun,
       coalesce(state.mkg_bulan, 0) AS mkg_dasar_bulan,
       sk.jenis AS sk_jenis, sk.pejabat AS sk_pejabat, sk.sk_nomor, sk.sk_tanggal,
       sk.tmt AS sk_tmt, sk.mkg_tahun AS sk_mkg_tahun, sk.mkg_bulan AS sk_mkg_bulan,
       array_remove(ARRAY[
           candidate.code,
           CASE WHEN known.tmt IS NOT NULL THEN 'sudah' END,
           CASE WHEN held.id IS NOT NULL THEN 'berjalan' END,
           CASE WHEN state.tmt_pensiun <= candidate.tmt THEN 'pensiun' END,
           CASE WHEN state.status_asn = 'pppk' AND contract.last < candidate.tmt
                THEN 'kontrak' END,
           CASE WHEN ahead.tmt IS NOT NULL THEN 'pangkat' END,
           CASE WHEN candidate.code IS NULL
                 AND (sk.gaji IS NULL OR coalesce(state.gaji_pokok, 0) = 0)
                THEN 'tanpa_gaji' END,
           CASE WHEN grade.missing THEN 'kinerja_belum' END,
           CASE WHEN grade.low THEN 'kinerja_rendah' END,
           CASE WHEN candidate.code IS NULL
                 AND EXISTS (SELECT FROM rule
                              WHERE name = 'disiplin.menunda' AND value = 'ya')
                 AND EXISTS (SELECT FROM hukdis
                              WHERE hukdis.employee_id = candidate.employee_id
                                AND candidate.tmt BETWEEN hukdis.first AND hukdis.last)
                THEN 'hukdis' END
       ], NULL) AS codes,
       CASE WHEN candidate.code IS NOT NULL THEN NULL
            WHEN known.tmt IS NOT NULL
            THEN concat_ws(', ', nullif(known.sk_nomor, ''),
                           'TMT ' || to_char(known.tmt, 'DD-MM-YYYY'))
            WHEN held.id IS NOT NULL THEN held.unit
            WHEN state.tmt_pensiun <= candidate.tmt
            THEN 'TMT ' || to_char(state.tmt_pensiun, 'DD-MM-YYYY')
            WHEN state.status_asn = 'pppk' AND contract.last < candidate.tmt
            THEN to_char(contract.last, 'DD-MM-YYYY')
            WHEN ahead.tmt IS NOT NULL
            THEN concat_ws(', ', nullif(ahead.sk_nomor, ''),
                           'TMT ' || to_char(ahead.tmt, 'DD-MM-YYYY'))
       END AS rincian
  FROM candidate
  JOIN state ON state.employee_id = candidate.employee_id
  JOIN hr_employee e ON e.id = candidate.employee_id
  LEFT JOIN sk ON sk.employee_id = candidate.employee_id
  LEFT JOIN grade ON grade.employee_id = candidate.employee_id
  LEFT JOIN contract ON contract.employee_id = candidate.employee_id
  LEFT JOIN LATERAL (
       -- also what waits for verification: somebody has entered it
       SELECT r.tmt, r.sk_nomor
         FROM sikda_riwayat_kgb r
        WHERE r.employee_id = candidate.employee_id AND r.tmt >= candidate.tmt
          AND r.replaced_by_id IS NULL
        ORDER BY r.tmt, r.id LIMIT 1) known ON TRUE
  LEFT JOIN LATERAL (
       SELECT other.id, unit.name AS unit
         FROM sikda_kgb_usul_line line
         JOIN sikda_kgb_usul other ON other.id = line.usul_id
         JOIN hr_department unit ON unit.id = other.unit_id
        WHERE line.employee_id = candidate.employee_id
          AND other.state = ANY(%(open)s) AND other.id <> ALL(%(own)s)
        ORDER BY other.id LIMIT 1) held ON TRUE
  LEFT JOIN LATERAL (
       SELECT fixed.tmt, fixed.sk_nomor
         FROM fixed
        WHERE fixed.employee_id = candidate.employee_id AND fixed.jenis <> 'kgb'
          AND fixed.tmt > %(day)s AND fixed.tmt <= candidate.tmt
        ORDER BY fixed.tmt LIMIT 1) ahead ON TRUE
  LEFT JOIN LATERAL (
       SELECT max(cell.date_from) AS since
         FROM sikda_gaji cell
        WHERE cell.golongan_id = candidate.golongan_id
          AND cell.date_from <= candidate.tmt) published ON TRUE
  LEFT JOIN LATERAL (
       SELECT min(cell.mkg) AS mkg
         FROM sikda_gaji cell
        WHERE cell.golongan_id = candidate.golongan_id
          AND cell.date_from = published.since AND cell.mkg > candidate.mkg) further
       ON TRUE
  LEFT JOIN sikda_gaji paid ON paid.golongan_id = candidate.golongan_id
                           AND paid.date_from = published.since
                           AND paid.mkg = candidate.mkg
