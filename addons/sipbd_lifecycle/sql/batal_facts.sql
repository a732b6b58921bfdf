-- Goods as the decrees that struck them off have them; in the shape of goods_facts.sql.
-- condition: on sipbd_asset asset; hapus: ids of the decrees.
SELECT DISTINCT ON (line.asset_id)
       line.asset_id, line.nibar, line.kode_register, line.register, line.kode,
       line.name, line.merk_type, line.tahun_perolehan, line.jumlah, line.satuan,
       line.nilai, line.kondisi, line.from_unit_id, line.akumulasi, line.buku,
       line.akumulasi_per
  FROM sipbd_hapus_line line
  JOIN sipbd_asset asset ON asset.id = line.asset_id
 WHERE line.document_id = ANY(%(hapus)s) AND %(condition)s
 ORDER BY line.asset_id, line.document_id DESC
