-- Columns of assets that are not what the ledger says; an asset without entries
-- differs in all of them. Rows are compared as they are first: of the few that differ
-- the columns are told.
SELECT asset.id, field.name, field.projected, field.booked
  FROM sipbd_asset asset
  LEFT JOIN (%(state)s) state ON state.asset_id = asset.id
  LEFT JOIN sipbd_kode kode ON kode.id = state.code_id
 CROSS JOIN LATERAL (VALUES
       ('nilai_perolehan', trim_scale(asset.nilai_perolehan)::text,
                           trim_scale(state.nilai)::text),
       ('jumlah', trim_scale(asset.jumlah)::text, trim_scale(state.jumlah)::text),
       ('unit_id', asset.unit_id::text, state.unit_id::text),
       ('code_id', asset.code_id::text, state.code_id::text),
       ('kib', asset.kib, kode.kib),
       ('kondisi', asset.kondisi, state.kondisi),
       ('komptabel', asset.komptabel, state.komptabel),
       ('room_id', asset.room_id::text, state.room_id::text),
       ('holder_id', asset.holder_id::text, state.holder_id::text),
       ('state', asset.state, state.state)) field (name, projected, booked)
 WHERE (asset.nilai_perolehan, asset.jumlah, asset.unit_id, asset.code_id, asset.kib,
        asset.kondisi, asset.komptabel, asset.room_id, asset.holder_id, asset.state)
       IS DISTINCT FROM
       (state.nilai, state.jumlah, state.unit_id, state.code_id, kode.kib,
        state.kondisi, state.komptabel, state.room_id, state.holder_id, state.state)
   AND field.projected IS DISTINCT FROM field.booked
   AND %(assets)s
 ORDER BY asset.id, field.name
