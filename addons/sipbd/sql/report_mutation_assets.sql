-- What changed in a span, asset by asset: a row for each unit and code under which an
-- asset stood, with what it was there before, what came, what left and what is there
-- at the end. Then per unit one row for the goods on which nothing was booked, unless
-- those are listed too (everything), and last what was moved within the whole, which
-- is counted in two rows and does not belong to the total.
-- legs: report_mutation_legs.sql; since, until: first and last day; before: rows that
-- add up to the register before the span; units, goods, held: conditions on
-- hr_department unit and on sipbd_kode kode with the alias part, and with held;
-- description: report_description.sql; period: id of the closed period that ends on
-- the last day, or 0; register: as in the description.
WITH leg AS MATERIALIZED (%(legs)s),
step AS (
    SELECT asset_id, unit_id, code_id, act_date, act_kind, act_number,
           sum(nilai) AS nilai, sum(jumlah) AS jumlah
      FROM leg
     GROUP BY asset_id, unit_id, code_id, act_date, act_kind, act_number
), flow AS (
    SELECT asset_id, unit_id, code_id,
           sum(greatest(nilai, 0)) AS nilai_tambah,
           sum(greatest(jumlah, 0)) AS jumlah_tambah,
           sum(greatest(-nilai, 0)) AS nilai_kurang,
           sum(greatest(-jumlah, 0)) AS jumlah_kurang
      FROM step
     GROUP BY asset_id, unit_id, code_id
), balance AS (
    SELECT held.asset_id, held.unit_id, held.code_id,
           coalesce(sum(held.nilai) FILTER (WHERE booking_date < %(since)s), 0)
               AS nilai_awal,
           coalesce(sum(held.jumlah) FILTER (WHERE booking_date < %(since)s), 0)
               AS jumlah_awal,
           sum(held.nilai) AS nilai_akhir, sum(held.jumlah) AS jumlah_akhir,
           (array_agg(held.kondisi ORDER BY booking_date DESC, held.id DESC))[1]
               AS kondisi
      FROM sipbd_entry held
      JOIN sipbd_kode kode ON kode.id = held.code_id
      JOIN hr_department unit ON unit.id = held.unit_id
     WHERE booking_date <= %(until)s AND %(held)s AND %(units)s
       AND (%(everything)s OR held.asset_id IN (SELECT asset_id FROM leg))
     GROUP BY held.asset_id, held.unit_id, held.code_id
), place AS (
    SELECT balance.*,
           coalesce(nilai_tambah, 0) AS nilai_tambah,
           coalesce(jumlah_tambah, 0) AS jumlah_tambah,
           coalesce(nilai_kurang, 0) AS nilai_kurang,
           coalesce(jumlah_kurang, 0) AS jumlah_kurang
      FROM balance LEFT JOIN flow USING (asset_id, unit_id, code_id)
     WHERE nilai_awal <> 0 OR jumlah_awal <> 0 OR nilai_akhir <> 0
        OR jumlah_akhir <> 0 OR nilai_tambah <> 0 OR jumlah_tambah <> 0
), rest AS (
    SELECT unit_id, sum(nilai) AS nilai, sum(jumlah) AS jumlah
      FROM (SELECT part.unit_id, part.nilai, part.jumlah
              FROM (%(before)s) part
              JOIN sipbd_kode kode ON kode.id = part.code_id
              JOIN hr_department unit ON unit.id = part.unit_id
             WHERE %(goods)s AND %(units)s
             UNION ALL
            SELECT unit_id, -nilai_awal, -jumlah_awal FROM place) remaining
     GROUP BY unit_id
    HAVING sum(nilai) <> 0 OR sum(jumlah) <> 0
), whole AS (
    SELECT sum(greatest(nilai, 0)) AS nilai, sum(greatest(jumlah, 0)) AS jumlah
      FROM (SELECT sum(nilai) AS nilai, sum(jumlah) AS jumlah
              FROM step
             GROUP BY asset_id, act_date, act_kind, act_number) act
), within AS (
    SELECT sum(nilai_tambah) - (SELECT nilai FROM whole) AS nilai,
           sum(jumlah_tambah) - (SELECT jumlah FROM whole) AS jumlah
      FROM flow
), line AS (
    SELECT 1 AS part, place.*, NULL AS note FROM place
     UNION ALL
    SELECT 2, NULL, unit_id, NULL, nilai, jumlah, nilai, jumlah, NULL, 0, 0, 0, 0,
           'Barang lain yang tidak bermutasi'
      FROM rest
     UNION ALL
    SELECT 3, NULL, NULL, NULL, 0, 0, 0, 0, NULL, -nilai, -jumlah, -nilai, -jumlah,
           'Dikeluarkan dari jumlah: dipindahkan antarunit atau antarkode'
      FROM within
     WHERE nilai <> 0 OR jumlah <> 0
)
SELECT row_number() OVER place AS position,
       CASE line.part WHEN 1 THEN row_number() OVER place END AS nomor,
       CASE line.part WHEN 3 THEN 'Perpindahan di dalam lingkup laporan'
            ELSE concat_ws(' ', unit.code, unit.name) END AS unit,
       coalesce(line.note, described.nama) AS uraian,
       CASE line.kondisi WHEN 'RR' THEN 'KB' ELSE line.kondisi END AS kondisi,
       line.nilai_awal, line.jumlah_awal, line.nilai_kurang, line.jumlah_kurang,
       line.nilai_tambah, line.jumlah_tambah, line.nilai_akhir, line.jumlah_akhir,
       described.*
  FROM line
  LEFT JOIN sipbd_asset asset ON asset.id = line.asset_id
  LEFT JOIN sipbd_kode kode ON kode.id = line.code_id
  LEFT JOIN hr_department unit ON unit.id = line.unit_id
  LEFT JOIN sipbd_period_figure frozen
    ON frozen.asset_id = line.asset_id AND frozen.period_id = %(period)s
  LEFT JOIN LATERAL (SELECT
%(description)s) described ON line.part = 1
WINDOW place AS (
       ORDER BY line.part = 3, unit.code, unit.id, line.part, kode.code,
                %(register)s, asset.id)
