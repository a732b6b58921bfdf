-- Write the latest state of some assets onto their rows.
UPDATE sipbd_asset asset
   SET nilai_perolehan = state.nilai,
       jumlah = state.jumlah,
       unit_id = state.unit_id,
       code_id = state.code_id,
       kib = kode.kib,
       kondisi = state.kondisi,
       komptabel = state.komptabel,
       room_id = state.room_id,
       holder_id = state.holder_id,
       state = state.state,
       write_uid = %(uid)s,
       write_date = now() AT TIME ZONE 'UTC'
  FROM (%(state)s) state
  JOIN sipbd_kode kode ON kode.id = state.code_id
 WHERE asset.id = state.asset_id
