-- Figures of a period as they are carried on into the next one, of assets that the
-- rules do not compute. Their place and condition are what the last entry says.
SELECT figure.asset_id, figure.code_id, figure.komptabel,
       coalesce(touched.unit_id, figure.unit_id) AS unit_id,
       CASE WHEN touched.unit_id IS NULL THEN figure.kondisi ELSE touched.kondisi
       END AS kondisi,
       CASE WHEN touched.unit_id IS NULL THEN figure.room_id ELSE touched.room_id
       END AS room_id,
       CASE WHEN touched.unit_id IS NULL THEN figure.holder_id ELSE touched.holder_id
       END AS holder_id,
       CASE WHEN touched.unit_id IS NULL THEN figure.register ELSE touched.register
       END AS register,
       figure.tanggal_perolehan, figure.tahun_perolehan, figure.jumlah, figure.nilai,
       figure.akumulasi, figure.sisa, figure.dasar, figure.masa, figure.status
  FROM sipbd_period_figure AS figure
  LEFT JOIN sipbd_touched AS touched ON touched.asset_id = figure.asset_id
 WHERE figure.period_id = %(previous)s AND touched.by_rules IS NOT TRUE
