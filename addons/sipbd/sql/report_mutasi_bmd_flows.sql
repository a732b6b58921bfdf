-- What came to each golongan of some units in a span and what left it, and what was
-- depreciated before the span and at its end.
-- An act within a golongan is no change; from one to another it leaves the one and
-- comes to the other. What is depreciated of an asset is compared under its golongan
-- before and after; accumulations subtract.
-- legs: report_mutation_legs.sql; worn_before, worn_after: rows of asset_id, unit_id,
-- code_id, komptabel, akumulasi; units, goods: conditions on hr_department unit and on
-- sipbd_kode kode with the alias part.
SELECT code, sum(greatest(nilai, 0)) AS nilai_tambah,
       sum(greatest(jumlah, 0)) AS jumlah_tambah,
       sum(greatest(-nilai, 0)) AS nilai_kurang,
       sum(greatest(-jumlah, 0)) AS jumlah_kurang,
       0 AS nilai_awal, 0 AS nilai_akhir
  FROM (SELECT left(kode.code, 5) AS code, sum(leg.nilai) AS nilai,
               sum(leg.jumlah) AS jumlah
          FROM (%(legs)s) leg
          JOIN sipbd_kode kode ON kode.id = leg.code_id
         GROUP BY left(kode.code, 5), leg.asset_id, leg.act_date, leg.act_kind,
                  leg.act_number) act
 GROUP BY code
 UNION ALL
SELECT code, -sum(greatest(akhir - awal, 0)), NULL, -sum(greatest(awal - akhir, 0)),
       NULL, -sum(awal), -sum(akhir)
  FROM (SELECT CASE WHEN kode.code LIKE '1.3.%%' THEN '1.3.7'
                    WHEN kode.code LIKE '1.5.3.%%' THEN '1.5.5'
                    ELSE '1.5.6' END AS code,
               coalesce(sum(part.akumulasi) FILTER (WHERE part.stage = 'awal'), 0)
                   AS awal,
               coalesce(sum(part.akumulasi) FILTER (WHERE part.stage = 'akhir'), 0)
                   AS akhir
          FROM (SELECT 'awal' AS stage, * FROM (%(worn_before)s) before
                 UNION ALL
                SELECT 'akhir', * FROM (%(worn_after)s) after) part
          JOIN sipbd_kode kode ON kode.id = part.code_id
          JOIN hr_department unit ON unit.id = part.unit_id
         WHERE part.akumulasi <> 0 AND %(goods)s AND %(units)s
         GROUP BY part.asset_id, 1) worn
 GROUP BY code
