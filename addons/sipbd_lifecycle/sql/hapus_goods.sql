-- Goods of a document in the columns of Buku Inventaris, the unit last.
-- lines: table; document: id; description: report_description.sql of sipbd.
SELECT line.kode, line.register, described.nama, described.merk_type,
       described.nomor_nomor, described.bahan, described.asal_usul,
       nullif(line.tahun_perolehan, 0), described.ukuran, line.satuan,
       CASE line.kondisi WHEN 'RR' THEN 'KB' ELSE line.kondisi END,
       line.jumlah::text, line.nilai::text, unit.name
  FROM %(lines)s line
 CROSS JOIN LATERAL %(asset)s asset
  JOIN sipbd_kode kode ON kode.id = asset.code_id
  LEFT JOIN hr_department unit ON unit.id = line.from_unit_id
 CROSS JOIN LATERAL (SELECT %(description)s) described
 WHERE line.document_id = %(document)s
 ORDER BY line.position, line.id
