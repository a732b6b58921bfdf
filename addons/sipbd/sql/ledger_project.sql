-- Write the latest state of some assets onto their rows, and the new kode register of
-- those that got one. One UPDATE for both: each costs a row of every index.
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
       kode_register = coalesce(issued.kode_register, asset.kode_register),
       register = coalesce(issued.register, asset.register),
       write_uid = %(uid)s,
       write_date = now() AT TIME ZONE 'UTC'
  FROM (%(state)s) state
  JOIN sipbd_kode kode ON kode.id = state.code_id
  LEFT JOIN unnest(%(asset_ids)s::integer[], %(kode_registers)s::varchar[],
                   %(registers)s::varchar[])
       AS issued (asset_id, kode_register, register)
    ON issued.asset_id = state.asset_id
 WHERE asset.id = state.asset_id
