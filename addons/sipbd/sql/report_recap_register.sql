-- The register at a date by code of goods: the register numbers from the first to the
-- last, and how many assets, which quantity and value stand under the code.
-- register: report_register.sql.
SELECT row_number() OVER place AS position, row_number() OVER place AS nomor, summed.*
  FROM (SELECT concat_ws(' ', golongan.code, golongan.name) AS label,
               register.kode, kode.name AS nama,
               min(nullif(register.register, '')) AS register_awal,
               max(nullif(register.register, '')) AS register_akhir,
               count(*) AS banyaknya,
               sum(register.jumlah) AS jumlah, sum(register.nilai) AS nilai,
               NULL::text AS keterangan
          FROM (%(register)s) register
          JOIN sipbd_kode kode ON kode.code = register.kode
          JOIN sipbd_kode golongan ON golongan.code = left(register.kode, 5)
         GROUP BY golongan.code, golongan.name, register.kode, kode.name) summed
WINDOW place AS (ORDER BY summed.kode)
