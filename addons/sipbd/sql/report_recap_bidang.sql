-- The register at a date by golongan and bidang, the third and fourth level of the
-- codes of Permendagri 108/2016; those without goods are rows as well.
-- held: report_held_code.sql; kib: array of KIB letters.
SELECT row_number() OVER place AS position,
       row_number() OVER place AS nomor,
       concat_ws(' ', golongan.code, golongan.name) AS label,
       golongan.code AS golongan, bidang.code AS kode, bidang.name AS nama,
       coalesce(summed.nilai, 0) AS nilai, coalesce(summed.jumlah, 0) AS jumlah,
       NULL::text AS keterangan
  FROM sipbd_kode bidang
  JOIN sipbd_kode golongan ON golongan.id = bidang.parent_id
  LEFT JOIN (SELECT left(code, 8) AS code, sum(nilai) AS nilai, sum(jumlah) AS jumlah
               FROM held
              GROUP BY left(code, 8)) summed ON summed.code = bidang.code
 WHERE bidang.level = 4 AND bidang.kib = ANY(%(kib)s)
WINDOW place AS (ORDER BY bidang.code)
