-- Generated items: what a large kabupaten owns, as far as looking for it is concerned.
-- Most of it is furniture and books of schools; a few codes hold most items; values
-- spread over five orders of magnitude. Seven of ten items came by files, OPD after
-- OPD; the rest was entered since by everybody.
-- size; unit_ids, wilayahs, lokasis: arrays, parts of the numbers per unit.
SELECT setseed(0.42);

CREATE TEMP TABLE bench_place ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY unit.code, share) AS pick,
       unit.id AS unit_id, unit.opd_id, given.wilayah, given.lokasi
  FROM unnest(%(unit_ids)s::int[], %(wilayahs)s::text[], %(lokasis)s::text[])
       AS given (unit_id, wilayah, lokasi)
  JOIN hr_department unit ON unit.id = given.unit_id
  JOIN pemda_unit_kind kind ON kind.id = unit.kind_id
 CROSS JOIN generate_series(1,
       CASE kind.code WHEN 'rsud' THEN 30
                      WHEN 'kecamatan' THEN 6
                      WHEN 'puskesmas' THEN 6
                      WHEN 'upt' THEN 4
                      WHEN 'bagian' THEN 3
                      WHEN 'sekolah' THEN 2
                      WHEN 'kelurahan' THEN 2
                      ELSE 10 END) AS share;

CREATE TEMP TABLE bench_goods ON COMMIT DROP AS
SELECT * FROM (
    SELECT kind.name AS kind, kind.share, kind.variety, kode.id AS code_id, kode.code,
           kode.code_digits, kode.kib, kode.name,
           row_number() OVER (PARTITION BY kind.name ORDER BY md5(kode.code)) AS pick
      FROM (VALUES ('land', 'A', '%%', 0.02, 60),
                   ('vehicle', 'B', '1.3.2.02.01.%%', 0.02, 60),
                   ('equipment', 'B', '%%', 0.56, 800), ('building', 'C', '%%', 0.06, 150),
                   ('road', 'D', '%%', 0.03, 120), ('book', 'E', '%%', 0.29, 150),
                   ('progress', 'F', '%%', 0.005, 20),
                   ('software', 'ATB', '%%', 0.005, 10), ('other', 'LAIN', '%%', 0.01, 20))
           AS kind (name, kib, codes, share, variety)
      JOIN sipbd_kode kode
        ON kode.level = 7 AND kode.kib = kind.kib AND kode.code LIKE kind.codes
) ranked WHERE pick <= variety;

-- Slices of 0 to 1 as wide as the shares.
CREATE TEMP TABLE bench_kind ON COMMIT DROP AS
SELECT kind AS name, count(*) AS codes,
       sum(share) OVER (ORDER BY kind) - share AS low,
       sum(share) OVER (ORDER BY kind) AS high
  FROM bench_goods
 GROUP BY kind, share;

CREATE TEMP TABLE bench_item ON COMMIT DROP AS
WITH drawn AS MATERIALIZED (
    SELECT random() AS r_place, random() AS r_kind, random() AS r_code,
           random() AS r_year, random() AS r_value, random() AS r_text,
           random() AS r_state, random() AS r_time
      FROM generate_series(1, %(size)s)
), placed AS (
    SELECT drawn.*, place.unit_id, place.opd_id, place.wilayah, place.lokasi,
           kind.name AS kind,
           -- a third power: a tenth of the codes stands for half of the items
           1 + floor(r_code ^ 3 * kind.codes)::int AS code_pick
      FROM drawn
      JOIN bench_place place
        ON place.pick = 1 + floor(r_place * (SELECT count(*) FROM bench_place))::int
      JOIN bench_kind kind ON r_kind >= kind.low AND r_kind < kind.high
), described AS (
    SELECT placed.*, goods.code_id, goods.code AS kode,
           goods.code_digits AS kode_digit, goods.kib, goods.name AS kode_name,
           2025 - floor(r_year * 10)::int AS tahun,
           round((10 ^ (5 + 4 * r_value))::numeric, -3) AS nilai
      FROM placed
      JOIN bench_goods goods ON goods.kind = placed.kind AND goods.pick = code_pick
)
SELECT (SELECT last_value FROM sipbd_asset_id_seq) + row_number() OVER (
           ORDER BY r_time > 0.7, CASE WHEN r_time <= 0.7 THEN opd_id END,
                    CASE WHEN r_time <= 0.7 THEN kib END, r_time) AS id,
       unit_id, opd_id, wilayah, lokasi, kind, kib, code_id, kode, kode_digit, tahun,
       tahun::text AS tahun_text,
       make_date(tahun, 1 + floor(r_value * 12)::int, 1 + floor(r_text * 28)::int)
           AS tanggal,
       kode_name || CASE floor(r_text * 12)
           WHEN 1 THEN ' Kayu Jati' WHEN 2 THEN ' Ruang Kelas' WHEN 3 THEN ' Rangka Besi'
           WHEN 4 THEN ' Ruang Guru' ELSE '' END AS name,
       nilai, CASE WHEN r_state < 0.01 THEN 'batal'
                   WHEN r_state < 0.03 AND tahun < 2025 THEN 'akhir'
                   ELSE 'aktif' END AS state,
       CASE WHEN r_state < 0.80 THEN 'B' WHEN r_state < 0.93 THEN 'RR'
            WHEN r_state < 0.98 THEN 'RB' END AS kondisi,
       CASE WHEN nilai < 300000 THEN '02' ELSE '01' END AS komptabel,
       '12' AS pemilik,
       CASE WHEN r_text < 0.85 THEN '0101' ELSE '0102' END AS cara,
       1 + floor(r_text * 9999)::int AS number
  FROM described;

ANALYZE bench_place, bench_item;

-- A day of the month some months after a date, the month by chance; null when there
-- is no month left.
CREATE FUNCTION pg_temp.bench_day(since date, months int, chance float8, day int)
RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN months > 0 THEN
               (date_trunc('month', since) + make_interval(
                   months => 1 + floor(chance * months)::int, days => day - 1))::date END
$$
