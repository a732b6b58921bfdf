-- The whole ledger of the assets that the rules compute for a period, in its order,
-- with the asset and its figures of the period before. Amounts in sen, as text: they
-- may be longer than an integer of the database.
-- previous: id of that period; assets: condition on entry.asset_id.
SELECT entry.asset_id, entry.id, entry.booking_date, entry.kind,
       trunc(entry.nilai * 100)::text, trunc(entry.jumlah * 100)::text,
       entry.code_id, entry.komptabel,
       trunc(coalesce(entry.akumulasi, 0) * 100)::text, entry.sisa_bulan,
       entry.reversal_of_id, entry.tanggal_baru IS NOT NULL,
       coalesce(entry.tanggal_lama, make_date(nullif(entry.tahun_lama, 0), 12, 31)),
       entry.tanggal_baru,
       entry.unit_id, entry.kondisi, entry.room_id, entry.holder_id,
       coalesce(asset.tanggal_perolehan,
                make_date(nullif(asset.tahun_perolehan, 0), 12, 31)),
       asset.tanggal_perolehan, asset.tahun_perolehan, asset.register,
       trunc(figure.nilai * 100)::text, trunc(figure.jumlah * 100)::text,
       figure.code_id, figure.komptabel, trunc(figure.akumulasi * 100)::text,
       figure.sisa, trunc(figure.dasar * 100)::text, figure.masa, figure.status
  FROM sipbd_entry AS entry
  JOIN sipbd_asset AS asset ON asset.id = entry.asset_id
  LEFT JOIN sipbd_period_figure AS figure
    ON figure.period_id = %(previous)s AND figure.asset_id = entry.asset_id
 WHERE %(assets)s
 ORDER BY entry.asset_id, entry.booking_date, entry.id
