-- The register of some units at a date: one row per asset that was there then, with
-- what the ledger says of that day (value, quantity, unit, code, condition, room,
-- custodian) and how the asset is described; position is the printing order.
-- state: state of assets at the date; units, goods: conditions on hr_department unit
-- and on sipbd_kode kode; description: report_description.sql; by_room: whether goods
-- are ordered by room first; numbered: place, or card if each room is numbered by
-- itself; register: as in the description.
SELECT row_number() OVER place AS position,
       row_number() OVER %(numbered)s AS nomor,
       state.asset_id, state.unit_id, state.room_id, state.holder_id,
       concat_ws(' ', unit.code, unit.name) AS unit,
       concat_ws(' ', room.code, room.name) AS ruang,
       holder.name AS pemakai, holder.nip AS nip_pemakai,
       state.nilai AS nilai,
       state.jumlah AS jumlah,
       CASE state.kondisi WHEN 'RR' THEN 'KB' ELSE state.kondisi END AS kondisi,
       CASE state.kondisi WHEN 'B' THEN state.jumlah END AS baik,
       CASE state.kondisi WHEN 'RR' THEN state.jumlah END AS kurang_baik,
       CASE state.kondisi WHEN 'RB' THEN state.jumlah END AS rusak_berat,
       kode.name AS nama_kode,
       concat_ws(' / ', trim_scale(state.jumlah), nullif(%(register)s, ''))
           AS jumlah_register,
       %(description)s
  FROM (%(state)s) state
  JOIN sipbd_asset asset ON asset.id = state.asset_id
  JOIN sipbd_kode kode ON kode.id = state.code_id
  JOIN hr_department unit ON unit.id = state.unit_id
  LEFT JOIN sipbd_ruang room ON room.id = state.room_id
  LEFT JOIN hr_employee holder ON holder.id = state.holder_id
 WHERE state.jumlah > 0 AND %(goods)s AND %(units)s
WINDOW place AS (
       ORDER BY unit.code, unit.id, CASE WHEN %(by_room)s THEN room.code END,
                CASE WHEN %(by_room)s THEN room.id END, kode.code, %(register)s,
                asset.id),
       card AS (PARTITION BY unit.id, room.id ORDER BY kode.code, %(register)s, asset.id)
