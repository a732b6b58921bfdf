-- What changed in a span by golongan and bidang, and by unit if asked for: what was
-- there before, what came, what left and what is there at the end; last what was
-- moved within the whole, which is counted in two rows and does not belong to the
-- total. All bidang are rows, but only those with goods if there is a unit.
-- legs: report_mutation_legs.sql; before, after: rows that add up to the register
-- before the span and at its end; units, goods: conditions on hr_department unit and
-- on sipbd_kode kode; owner: the unit that is a row, of hr_department unit, or NULL;
-- kib: array of KIB letters.
WITH step AS (
    SELECT left(kode.code, 8) AS code, %(owner)s AS owner_id, leg.asset_id,
           leg.act_date, leg.act_kind, leg.act_number,
           sum(leg.nilai) AS nilai, sum(leg.jumlah) AS jumlah
      FROM (%(legs)s) leg
      JOIN sipbd_kode kode ON kode.id = leg.code_id
      JOIN hr_department unit ON unit.id = leg.unit_id
     GROUP BY 1, 2, 3, 4, 5, 6
), flow AS (
    SELECT code, owner_id,
           sum(greatest(nilai, 0)) AS nilai_tambah,
           sum(greatest(jumlah, 0)) AS jumlah_tambah,
           sum(greatest(-nilai, 0)) AS nilai_kurang,
           sum(greatest(-jumlah, 0)) AS jumlah_kurang
      FROM step
     GROUP BY code, owner_id
), whole AS (
    SELECT sum(greatest(nilai, 0)) AS nilai, sum(greatest(jumlah, 0)) AS jumlah
      FROM (SELECT sum(nilai) AS nilai, sum(jumlah) AS jumlah
              FROM step
             GROUP BY asset_id, act_date, act_kind, act_number) act
), within AS (
    SELECT sum(nilai_tambah) - (SELECT nilai FROM whole) AS nilai,
           sum(jumlah_tambah) - (SELECT jumlah FROM whole) AS jumlah
      FROM flow
), before AS (
    SELECT left(kode.code, 8) AS code, %(owner)s AS owner_id,
           sum(part.nilai) AS nilai_awal, sum(part.jumlah) AS jumlah_awal
      FROM (%(before)s) part
      JOIN sipbd_kode kode ON kode.id = part.code_id
      JOIN hr_department unit ON unit.id = part.unit_id
     WHERE %(goods)s AND %(units)s
     GROUP BY 1, 2
), after AS (
    SELECT left(kode.code, 8) AS code, %(owner)s AS owner_id,
           sum(part.nilai) AS nilai_akhir, sum(part.jumlah) AS jumlah_akhir
      FROM (%(after)s) part
      JOIN sipbd_kode kode ON kode.id = part.code_id
      JOIN hr_department unit ON unit.id = part.unit_id
     WHERE %(goods)s AND %(units)s
     GROUP BY 1, 2
), held AS (
    SELECT code, owner_id, sum(nilai_awal) AS nilai_awal,
           sum(jumlah_awal) AS jumlah_awal, sum(nilai_kurang) AS nilai_kurang,
           sum(jumlah_kurang) AS jumlah_kurang, sum(nilai_tambah) AS nilai_tambah,
           sum(jumlah_tambah) AS jumlah_tambah, sum(nilai_akhir) AS nilai_akhir,
           sum(jumlah_akhir) AS jumlah_akhir
      FROM (SELECT code, owner_id, nilai_awal, jumlah_awal, 0 AS nilai_kurang,
                   0 AS jumlah_kurang, 0 AS nilai_tambah, 0 AS jumlah_tambah,
                   0 AS nilai_akhir, 0 AS jumlah_akhir
              FROM before
             UNION ALL
            SELECT code, owner_id, 0, 0, nilai_kurang, jumlah_kurang, nilai_tambah,
                   jumlah_tambah, 0, 0
              FROM flow
             UNION ALL
            SELECT code, owner_id, 0, 0, 0, 0, 0, 0, nilai_akhir, jumlah_akhir
              FROM after) parts
     GROUP BY code, owner_id
    HAVING sum(nilai_awal) <> 0 OR sum(jumlah_awal) <> 0 OR sum(nilai_akhir) <> 0
        OR sum(jumlah_akhir) <> 0 OR sum(nilai_tambah) <> 0 OR sum(jumlah_tambah) <> 0
), line AS (
    SELECT FALSE AS is_within, held.owner_id, bidang.code, bidang.name,
           concat_ws(' ', golongan.code, golongan.name) AS label,
           held.nilai_awal, held.jumlah_awal, held.nilai_kurang, held.jumlah_kurang,
           held.nilai_tambah, held.jumlah_tambah, held.nilai_akhir, held.jumlah_akhir
      FROM sipbd_kode bidang
      JOIN sipbd_kode golongan ON golongan.id = bidang.parent_id
      LEFT JOIN held ON held.code = bidang.code
     WHERE bidang.level = 4 AND bidang.kib = ANY(%(kib)s)
       AND (NOT %(by_unit)s OR held.owner_id IS NOT NULL)
     UNION ALL
    SELECT TRUE, NULL, NULL,
           'Dikeluarkan dari jumlah: dipindahkan antarunit atau antarbidang',
           'Perpindahan di dalam lingkup laporan',
           0, 0, -nilai, -jumlah, -nilai, -jumlah, 0, 0
      FROM within
     WHERE nilai <> 0 OR jumlah <> 0
)
SELECT row_number() OVER place AS position,
       CASE WHEN is_within THEN line.label
            ELSE concat_ws(' ', unit.code, unit.name) END AS unit,
       line.label, line.code AS kode, line.name AS nama,
       coalesce(nilai_awal, 0) AS nilai_awal, coalesce(jumlah_awal, 0) AS jumlah_awal,
       coalesce(nilai_kurang, 0) AS nilai_kurang,
       coalesce(jumlah_kurang, 0) AS jumlah_kurang,
       coalesce(nilai_tambah, 0) AS nilai_tambah,
       coalesce(jumlah_tambah, 0) AS jumlah_tambah,
       coalesce(nilai_akhir, 0) AS nilai_akhir,
       coalesce(jumlah_akhir, 0) AS jumlah_akhir,
       NULL::text AS keterangan
  FROM line
  LEFT JOIN hr_department unit ON unit.id = line.owner_id
WINDOW place AS (ORDER BY is_within, unit.code, unit.id, line.code)
