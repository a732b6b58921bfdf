-- The register at a date by code of goods; codes without goods are left out.
-- held: report_held_code.sql.
SELECT row_number() OVER place AS position,
       row_number() OVER place AS nomor,
       concat_ws(' ', golongan.code, golongan.name) AS label,
       golongan.code AS golongan, held.code AS kode, held.name AS nama,
       held.nilai, held.jumlah, NULL::text AS keterangan
  FROM held
  JOIN sipbd_kode golongan ON golongan.level = 3 AND golongan.code = left(held.code, 5)
 WHERE held.nilai <> 0 OR held.jumlah <> 0
WINDOW place AS (ORDER BY held.code)
