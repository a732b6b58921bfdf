-- What happened to the items until the end of 2025, after they were acquired: dates
-- and amounts per item, then one line per act. Each kind of act has its own day of
-- the month, so that no two acts on an item fall on one date. Chances come from the
-- key: the random numbers of items.sql stay as they are.
CREATE TEMP TABLE bench_life ON COMMIT DROP AS
WITH chances AS (
    SELECT item.*, opd.units,
           (2025 - tahun) * 12 + 12 - date_part('month', tanggal)::int AS months,
           (hashint8extended(id, 1) & 1048575) / 1048576.0::float8 AS r_correction,
           (hashint8extended(id, 2) & 1048575) / 1048576.0::float8 AS r_improvement,
           (hashint8extended(id, 3) & 1048575) / 1048576.0::float8 AS r_transfer,
           (hashint8extended(id, 4) & 1048575) / 1048576.0::float8 AS r_condition,
           (hashint8extended(id, 5) & 1048575) / 1048576.0::float8 AS r_end,
           (hashint8extended(id, 6) & 1048575) / 1048576.0::float8 AS r_month
      FROM bench_item item
      JOIN (SELECT opd_id, array_agg(DISTINCT unit_id) AS units
              FROM bench_place GROUP BY opd_id) opd USING (opd_id)
), ended AS (
    SELECT chances.*,
           CASE WHEN state = 'akhir'
                THEN pg_temp.bench_day(tanggal, months, r_end, 25) END AS ended
      FROM chances
), dated AS (
    SELECT ended.*,
           CASE WHEN r_correction < 0.26
                THEN pg_temp.bench_day(tanggal, months, r_month, 5) END AS corrected,
           CASE WHEN r_improvement < 0.135 AND kib IN ('B', 'C', 'D')
                THEN pg_temp.bench_day(tanggal, months, r_correction, 10) END AS improved,
           CASE WHEN r_transfer < 0.115 AND cardinality(units) > 1
                THEN pg_temp.bench_day(tanggal, months, r_improvement, 15) END AS moved,
           CASE WHEN r_transfer < 0.8 AND tanggal < '2020-11-01'
                THEN DATE '2020-11-20' END AS counted_2020,
           CASE WHEN r_transfer > 0.2 AND tanggal < '2024-11-01'
                THEN DATE '2024-11-20' END AS counted_2024
      FROM ended
), kept AS (
    SELECT id, number, state, nilai, unit_id, code_id, kondisi, komptabel, ended,
           units[1 + (array_position(units, unit_id)
                      + floor(r_condition * (cardinality(units) - 1))::int)
                     %% cardinality(units)] AS former_unit_id,
           CASE WHEN r_correction < 0.24 THEN round(nilai * 0.2, -3)
                ELSE 0 END AS correction,
           round(nilai * 0.3, -3) AS improvement,
           CASE WHEN corrected < last_day THEN corrected END AS corrected,
           r_correction >= 0.24 AS taken_back,
           CASE WHEN improved < last_day THEN improved END AS improved,
           CASE WHEN moved < last_day THEN moved END AS moved,
           CASE WHEN counted_2020 < last_day THEN counted_2020 END AS counted_2020,
           CASE WHEN counted_2024 < last_day THEN counted_2024 END AS counted_2024,
           r_condition
      FROM dated
     CROSS JOIN LATERAL (
           SELECT coalesce(ended, DATE '2026-01-01')
           ) AS life (last_day)
     WHERE state <> 'batal'
)
SELECT kept.*,
       CASE WHEN kondisi <> 'B' AND r_condition < 0.2
            THEN coalesce(counted_2024, counted_2020) END AS worsened
  FROM kept;

CREATE TEMP TABLE bench_act ON COMMIT DROP AS
SELECT life.id, life.number, act.*,
       -- nilai is what remains after all acts
       life.nilai - sum(act.difference) OVER (
           PARTITION BY life.id ORDER BY act.booked DESC
       ) AS before,
       CASE WHEN act.booked < life.moved THEN life.former_unit_id
            ELSE life.unit_id END AS unit_id,
       life.former_unit_id, life.code_id, life.komptabel,
       CASE WHEN act.booked < life.worsened THEN 'B' ELSE life.kondisi END AS kondisi
  FROM bench_life life
 CROSS JOIN LATERAL (VALUES
       ('0701', life.corrected,
        CASE WHEN life.taken_back THEN 150000 ELSE life.correction END, NULL),
       ('batal', CASE WHEN life.taken_back THEN life.corrected + 1 END, -150000, NULL),
       ('08', life.improved, life.improvement, NULL),
       ('03', life.moved, 0, NULL),
       ('0703', life.counted_2020, 0, 'Inventarisasi 2020'),
       ('0703', life.counted_2024, 0, 'Inventarisasi 2024'),
       ((ARRAY['1401', '1402', '1405', '1406'])[1 + life.number %% 4], life.ended,
        0, NULL)
       ) AS act (kind, booked, difference, note)
 WHERE act.booked IS NOT NULL;

ANALYZE bench_life, bench_act
