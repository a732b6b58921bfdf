-- Goods as the decrees that struck them off have them; in the shape of goods_facts.sql.
-- goods: query of them; hapus: ids of the decrees.
SELECT DISTINCT ON (asset.id)
       asset.id AS asset_id, decided.nibar, decided.kode_register, decided.register,
       decided.kode, decided.name, decided.merk_type, decided.tahun_perolehan,
       decided.jumlah, decided.satuan, decided.nilai, decided.kondisi,
       decided.from_unit_id, decided.akumulasi, decided.buku, decided.akumulasi_per
  FROM %(goods)s asset
 CROSS JOIN LATERAL (
       SELECT * FROM sipbd_hapus_line WHERE asset_id = asset.id OFFSET 0) decided
 WHERE decided.document_id = ANY(%(hapus)s)
 ORDER BY asset.id, decided.document_id DESC
