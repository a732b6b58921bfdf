-- KGB that were decided in a span, by unit: one row per letter.
-- seen: ids of the lines that the user may see.
SELECT unit.name,
       row_number() OVER (ORDER BY unit.code, unit.id, usul.date, line.nama,
                                   line.id)::integer,
       line.nama, line.nip, line.jabatan, golongan.name, line.gaji_lama::text, line.tmt,
       line.mkg_tahun, line.gaji::text, line.tmt_berikut, line.surat_nomor, usul.date,
       concat_ws('; ',
           CASE WHEN line.batal_id IS NOT NULL THEN 'dibatalkan' END,
           line.alasan_tetap)
  FROM sikda_kgb_usul_line AS line
  JOIN (%(seen)s) AS seen (id) ON seen.id = line.id
  JOIN sikda_kgb_usul AS usul ON usul.id = line.usul_id
  JOIN hr_department AS unit ON unit.id = line.unit_id
  LEFT JOIN sikda_golongan AS golongan ON golongan.id = line.golongan_id
 ORDER BY unit.code, unit.id, usul.date, line.nama, line.id
