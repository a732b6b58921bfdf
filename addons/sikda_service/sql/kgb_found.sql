-- Everybody of kgb_rise with the SK that fixed the pay and what stands in the way (codes
-- of rules/usul_kgb.py, in their order). One row per person.
-- rise: table of kgb_rise, analyzed: the planner has to know how many they are; day: whose
-- law is asked; rule: parameters in force; grades: names of the predikat from best to
-- worst; judged: day of the proposal; hukdis: punishments that run; own: proposals that are filled or checked; open:
-- states of others in which they hold a person.
WITH rule AS MATERIALIZED (%(rule)s
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
      JOIN %(rise)s candidate ON candidate.employee_id = r.employee_id
     WHERE %(stands)s
), sk AS (
    SELECT DISTINCT ON (employee_id) *
      FROM fixed
     WHERE tmt <= %(day)s AND gaji > 0
     ORDER BY employee_id, tmt DESC, gaji DESC, id DESC
), bare AS (
    -- a later SK that says nothing of pay
    SELECT DISTINCT ON (fixed.employee_id) fixed.employee_id, fixed.tmt, fixed.sk_nomor
      FROM fixed
      LEFT JOIN sk ON sk.employee_id = fixed.employee_id
     WHERE fixed.tmt <= %(day)s AND coalesce(fixed.gaji, 0) = 0
       AND fixed.tmt > coalesce(sk.tmt, '-infinity')
     ORDER BY fixed.employee_id, fixed.tmt DESC, fixed.id DESC
), leaving AS (
    -- the first SK to come that ends or suspends the service here; a CLTN has its own
    SELECT DISTINCT ON (r.employee_id) r.employee_id, r.tmt, r.sk_nomor
      FROM (SELECT id, employee_id, tmt, sk_nomor, kedudukan_hukum_id, replaced_by_id,
                   verified, source
              FROM sikda_riwayat_pemberhentian
             UNION ALL
            SELECT id, employee_id, tmt, sk_nomor, kedudukan_hukum_id, replaced_by_id,
                   verified, source
              FROM sikda_riwayat_status
             WHERE kedudukan_hukum_id IS NOT NULL
             UNION ALL
            SELECT id, employee_id, tmt, sk_nomor, NULL, replaced_by_id, verified, source
              FROM sikda_riwayat_pindah
             WHERE arah = 'keluar') r
      JOIN %(rise)s candidate ON candidate.employee_id = r.employee_id
      LEFT JOIN sikda_kedudukan_hukum posisi ON posisi.id = r.kedudukan_hukum_id
     WHERE %(stands)s
       AND r.tmt > %(day)s
       AND (r.kedudukan_hukum_id IS NULL OR NOT posisi.in_lists
            OR posisi.code IN ('04', '05'))
     ORDER BY r.employee_id, r.tmt, r.id
), ahead AS (
    -- the next SK that fixes pay or masa kerja anew
    SELECT DISTINCT ON (employee_id) employee_id, tmt, sk_nomor
      FROM fixed
     WHERE jenis <> 'kgb' AND tmt > %(day)s
     ORDER BY employee_id, tmt, id
), kinerja AS (
    SELECT DISTINCT ON (r.employee_id, r.tahun) r.employee_id, r.tahun, r.predikat
      FROM sikda_riwayat_kinerja r
      JOIN %(rise)s candidate ON candidate.employee_id = r.employee_id
     WHERE r.predikat IS NOT NULL
       AND %(stands)s
     ORDER BY r.employee_id, r.tahun,
              coalesce(r.bulan_selesai, 0) IN (0, 12) DESC, r.id DESC
), wanted AS (
    -- least predikat, and of how many full years before the rise; a year that is not
    -- over when the rise is proposed has no predikat yet
    SELECT candidate.employee_id,
           extract(year FROM least(candidate.tmt, %(judged)s))::int AS year,
           coalesce(own.value, family.value)::int AS years,
           array_position(%(grades)s, least.value) AS least
      FROM %(rise)s candidate
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
), punished AS (
    SELECT DISTINCT candidate.employee_id
      FROM %(rise)s candidate
      JOIN (%(hukdis)s) hukdis
        ON hukdis.employee_id = candidate.employee_id
       AND candidate.tmt BETWEEN hukdis.first AND hukdis.last
     WHERE candidate.code IS NULL
       AND EXISTS (SELECT FROM rule WHERE name = 'disiplin.menunda' AND value = 'ya')
), contract AS (
    SELECT DISTINCT ON (r.employee_id) r.employee_id, r.tmt_akhir AS last
      FROM sikda_riwayat_perjanjian r
      JOIN %(rise)s candidate ON candidate.employee_id = r.employee_id
     WHERE %(stands)s
     ORDER BY r.employee_id, r.tmt DESC, r.id DESC
)
SELECT candidate.employee_id, e.nama_gelar AS nama, e.nip, e.tempat_lahir,
       e.birthday AS tanggal_lahir, coalesce(candidate.unit_id, e.unit_id) AS unit_id,
       candidate.status_asn, candidate.jabatan, candidate.serving,
       candidate.golongan_id, candidate.tmt, candidate.tmt_awal,
       -- a delay counts in full for the rise after it
       candidate.mkg + candidate.tunda_bulan / 12 AS mkg_tahun,
       candidate.tunda_bulan %% 12 AS mkg_bulan, candidate.tunda_bulan,
       candidate.gaji_pokok AS gaji_lama,
       CASE WHEN candidate.tunda_bulan > 0 THEN coalesce(paid.amount, candidate.gaji)
            ELSE candidate.gaji END AS gaji,
       (candidate.tmt_awal
           + make_interval(months => (further.mkg - candidate.mkg) * 12))::date
           AS tmt_berikut,
       paid.legal_basis AS dasar_gaji,
       candidate.tmt_mkg AS tmt_dasar, candidate.mkg_tahun AS mkg_dasar_tahun,
       coalesce(candidate.mkg_bulan, 0) AS mkg_dasar_bulan,
       sk.jenis AS sk_jenis, sk.pejabat AS sk_pejabat, sk.sk_nomor, sk.sk_tanggal,
       sk.tmt AS sk_tmt, sk.mkg_tahun AS sk_mkg_tahun, sk.mkg_bulan AS sk_mkg_bulan,
       array_remove(ARRAY[
           candidate.code,
           CASE WHEN known.tmt IS NOT NULL THEN 'sudah' END,
           CASE WHEN held.id IS NOT NULL THEN 'berjalan' END,
           CASE WHEN candidate.tmt_pensiun <= candidate.tmt THEN 'pensiun' END,
           CASE WHEN leaving.tmt IS NOT NULL THEN 'keluar' END,
           CASE WHEN candidate.suspended THEN 'sementara' END,
           CASE WHEN candidate.status_asn = 'pppk' AND contract.last < candidate.tmt
                THEN 'kontrak' END,
           CASE WHEN ahead.tmt IS NOT NULL THEN 'pangkat' END,
           CASE WHEN candidate.code IS NULL
                 AND (sk.gaji IS NULL OR coalesce(candidate.gaji_pokok, 0) = 0
                      OR bare.tmt IS NOT NULL)
                THEN 'tanpa_gaji' END,
           CASE WHEN candidate.tmt < sk.tmt THEN 'sk_kurang' END,
           CASE WHEN grade.missing THEN 'kinerja_belum' END,
           CASE WHEN grade.low THEN 'kinerja_rendah' END,
           CASE WHEN punished.employee_id IS NOT NULL THEN 'hukdis' END
       ], NULL) AS codes,
       CASE WHEN candidate.code IS NOT NULL THEN NULL
            WHEN known.tmt IS NOT NULL
            THEN concat_ws(', ', nullif(known.sk_nomor, ''),
                           'TMT ' || to_char(known.tmt, 'DD-MM-YYYY'))
            WHEN held.id IS NOT NULL THEN held.unit
            WHEN candidate.tmt_pensiun <= candidate.tmt
            THEN 'TMT ' || to_char(candidate.tmt_pensiun, 'DD-MM-YYYY')
            WHEN leaving.tmt IS NOT NULL
            THEN concat_ws(', ', nullif(leaving.sk_nomor, ''),
                           'TMT ' || to_char(leaving.tmt, 'DD-MM-YYYY'))
            WHEN candidate.status_asn = 'pppk' AND contract.last < candidate.tmt
            THEN to_char(contract.last, 'DD-MM-YYYY')
            WHEN ahead.tmt IS NOT NULL
            THEN concat_ws(', ', nullif(ahead.sk_nomor, ''),
                           'TMT ' || to_char(ahead.tmt, 'DD-MM-YYYY'))
            WHEN bare.tmt IS NOT NULL
            THEN concat_ws(', ', nullif(bare.sk_nomor, ''),
                           'TMT ' || to_char(bare.tmt, 'DD-MM-YYYY'))
            WHEN candidate.tmt < sk.tmt
            THEN concat_ws(', ', nullif(sk.sk_nomor, ''),
                           'TMT ' || to_char(sk.tmt, 'DD-MM-YYYY'))
       END AS rincian
  FROM %(rise)s candidate
  JOIN hr_employee e ON e.id = candidate.employee_id
  LEFT JOIN sk ON sk.employee_id = candidate.employee_id
  LEFT JOIN grade ON grade.employee_id = candidate.employee_id
  LEFT JOIN punished ON punished.employee_id = candidate.employee_id
  LEFT JOIN contract ON contract.employee_id = candidate.employee_id
  LEFT JOIN LATERAL (
       -- also what waits for verification: somebody has entered it
       SELECT r.tmt, r.sk_nomor
         FROM sikda_riwayat_kgb r
        WHERE r.employee_id = candidate.employee_id AND r.tmt >= candidate.tmt
          AND r.replaced_by_id IS NULL AND r.dasar IS DISTINCT FROM 'inpassing'
        ORDER BY r.tmt, r.id LIMIT 1) known ON TRUE
  LEFT JOIN LATERAL (
       SELECT other.id, unit.name AS unit
         FROM sikda_kgb_usul_line line
         JOIN sikda_kgb_usul other ON other.id = line.usul_id
         JOIN hr_department unit ON unit.id = other.unit_id
        WHERE line.employee_id = candidate.employee_id
          AND other.state = ANY(%(open)s) AND other.id <> ALL(%(own)s)
          AND line.kecuali_id IS NULL
        ORDER BY other.id LIMIT 1) held ON TRUE
  LEFT JOIN bare ON bare.employee_id = candidate.employee_id
  LEFT JOIN leaving ON leaving.employee_id = candidate.employee_id
                   AND leaving.tmt <= candidate.tmt
  LEFT JOIN ahead ON ahead.employee_id = candidate.employee_id
                 AND ahead.tmt <= candidate.tmt
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
