-- Lines of a document, numbered on in the order of their codes; what stands in it
-- stays as it is.
-- lines: table; document: id; facts: goods_facts.sql.
INSERT INTO %(lines)s (
       document_id, position, create_uid, write_uid, create_date, write_date,
       asset_id, nibar, kode_register, register, kode, name, merk_type,
       tahun_perolehan, jumlah, satuan, nilai, kondisi, from_unit_id, akumulasi, buku,
       akumulasi_per)
SELECT %(document)s,
       coalesce((SELECT max(position) FROM %(lines)s
                  WHERE document_id = %(document)s), 0)
       + row_number() OVER (ORDER BY kode, register, asset_id),
       %(uid)s, %(uid)s, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC',
       asset_id, nibar, kode_register, register, kode, name, merk_type,
       tahun_perolehan, jumlah, satuan, nilai, kondisi, from_unit_id, akumulasi, buku,
       akumulasi_per
  FROM (%(facts)s) facts
 ORDER BY kode, register, asset_id
    ON CONFLICT (document_id, asset_id) DO NOTHING
