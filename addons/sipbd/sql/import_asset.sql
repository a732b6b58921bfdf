-- The assets of a load. columns, values: what the file says of them beside the
-- columns that every asset has; the computed kib is stored as the ORM would. Nobody
-- has written them since they were made: write_uid stays empty.
-- items: query of the items (import_items.sql) with their numbers; as it is joined,
-- the assets are written in the order of their ids.
INSERT INTO sipbd_asset (
    id, create_uid, create_date, write_date, load_id, state,
    nibar, kode_register, register, code_id, kib, name, unit_id, tanggal_perolehan,
    tahun_perolehan, cara_perolehan, jumlah, nilai_perolehan, kondisi, komptabel,
    pemilik, register_lama%(columns)s
)
SELECT item.asset_id, %(uid)s, %(now)s, %(now)s, %(load)s, 'aktif',
       item.nibar, item.kode_register, right(item.kode_register, %(register_width)s),
       item.kode_id, work.kode_kib, coalesce(nullif(work.name, ''), work.kode_name),
       item.unit_id, work.tanggal_perolehan, nullif(item.tahun, 0),
       item.cara_perolehan, 1, item.nilai, item.kondisi, item.komptabel,
       item.pemilik, work.register%(values)s
  FROM %(work)s AS work
  JOIN (%(items)s) AS item USING (row_id)
