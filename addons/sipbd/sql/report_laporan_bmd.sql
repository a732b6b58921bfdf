-- Laporan BMD in the shape of IV.L.4: a row for each golongan of Permendagri 108/2016,
-- with goods or without; what was depreciated and amortised are rows that subtract.
-- parts: rows that add up to the register at the date; worn: table of figures or of
-- kept totals; period: id; units, goods: conditions on hr_department unit and on
-- sipbd_kode kode with the alias part.
WITH held AS (
    SELECT left(kode.code, 5) AS code, sum(part.nilai) AS nilai,
           sum(part.jumlah) AS jumlah
      FROM (%(parts)s) part
      JOIN sipbd_kode kode ON kode.id = part.code_id
      JOIN hr_department unit ON unit.id = part.unit_id
     WHERE %(goods)s AND %(units)s
     GROUP BY left(kode.code, 5)
), worn AS (
    SELECT CASE WHEN kode.code LIKE '1.3.%%' THEN '1.3.7'
                WHEN kode.code LIKE '1.5.3.%%' THEN '1.5.5'
                ELSE '1.5.6' END AS code,
           sum(part.akumulasi) AS akumulasi
      FROM %(worn)s part
      JOIN sipbd_kode kode ON kode.id = part.code_id
      JOIN hr_department unit ON unit.id = part.unit_id
     WHERE part.period_id = %(period)s AND %(goods)s AND %(units)s
     GROUP BY 1
)
SELECT row_number() OVER place AS position,
       concat_ws(' ', kelompok.code, kelompok.name) AS label,
       golongan.code AS kode, golongan.name AS nama,
       CASE WHEN golongan.code NOT IN ('1.3.7', '1.5.5', '1.5.6')
            THEN coalesce(held.jumlah, 0) END AS jumlah,
       CASE WHEN golongan.code IN ('1.3.7', '1.5.5', '1.5.6')
            THEN -coalesce(worn.akumulasi, 0) ELSE coalesce(held.nilai, 0) END AS nilai,
       NULL::text AS keterangan
  FROM sipbd_kode golongan
  JOIN sipbd_kode kelompok ON kelompok.id = golongan.parent_id
  LEFT JOIN held ON held.code = golongan.code
  LEFT JOIN worn ON worn.code = golongan.code
 WHERE golongan.level = 3
WINDOW place AS (ORDER BY golongan.code)
