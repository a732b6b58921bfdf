-- The first ledger entry of every asset of a load. Nobody ever writes an entry.
INSERT INTO sipbd_entry (
    create_uid, create_date, load_id, asset_id, kind,
    booking_date, document_kind, document_number, document_date, nilai, jumlah,
    unit_id, code_id, kondisi, komptabel, akumulasi, sisa_bulan
)
SELECT %(uid)s, %(now)s, %(load)s, item.asset_id,
       item.cara_perolehan, item.booking_date, 'daftar_lama', %(document)s,
       %(document_date)s, item.nilai, 1, item.unit_id, item.kode_id, item.kondisi,
       item.komptabel, item.akumulasi, item.sisa_bulan
  FROM %(items)s AS item
 ORDER BY item.asset_id
