-- The register at a date by golongan and bidang, the third and fourth level of the
-- codes of Permendagri 108/2016; those without goods are rows as well.
-- parts, units, goods: see report_balance.sql; kib: array of KIB letters.
SELECT row_number() OVER place AS position,
       row_number() OVER place AS nomor,
       concat_ws(' ', golongan.code, golongan.name) AS label,
       golongan.code AS golongan, bidang.code AS kode, bidang.name AS nama,
       coalesce(held.nilai, 0) AS nilai, coalesce(held.jumlah, 0) AS jumlah,
       NULL::text AS keterangan
  FROM sipbd_kode bidang
  JOIN sipbd_kode golongan ON golongan.id = bidang.parent_id
  LEFT JOIN (SELECT left(kode.code, 8) AS code,
                    sum(part.nilai) AS nilai, sum(part.jumlah) AS jumlah
               FROM (%(parts)s) part
               JOIN sipbd_kode kode ON kode.id = part.code_id
               JOIN hr_department unit ON unit.id = part.unit_id
              WHERE %(goods)s AND %(units)s
              GROUP BY left(kode.code, 8)) held ON held.code = bidang.code
 WHERE bidang.level = 4 AND bidang.kib = ANY(%(kib)s)
WINDOW place AS (ORDER BY bidang.code)
