-- The register at a date by golongan and bidang, the third and fourth level of the
-- codes of Permendagri 108/2016, those without goods too; or by code of goods, those
-- with goods only (per_code).
-- held: report_held_code.sql; kib: array of KIB letters.
SELECT row_number() OVER place AS position,
       row_number() OVER place AS nomor,
       concat_ws(' ', golongan.code, golongan.name) AS label,
       golongan.code AS golongan, listed.code AS kode, listed.name AS nama,
       coalesce(summed.nilai, 0) AS nilai, coalesce(summed.jumlah, 0) AS jumlah,
       NULL::text AS keterangan
  FROM sipbd_kode listed
  JOIN sipbd_kode golongan ON golongan.code = left(listed.code, 5)
  LEFT JOIN (SELECT CASE WHEN %(per_code)s THEN code ELSE left(code, 8) END AS code,
                    sum(nilai) AS nilai, sum(jumlah) AS jumlah
               FROM held
              GROUP BY 1) summed ON summed.code = listed.code
 WHERE listed.kib = ANY(%(kib)s)
   AND CASE WHEN %(per_code)s
            THEN listed.level = 7 AND (summed.nilai <> 0 OR summed.jumlah <> 0)
            ELSE listed.level = 4 END
WINDOW place AS (ORDER BY listed.code)
