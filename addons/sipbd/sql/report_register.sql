-- The register of some units at a date: one row per asset that was there then, with
-- what the ledger says of that day (value, quantity, unit, code, condition) and how
-- the asset is described; nomor is the printing order.
-- state: state of assets at the date; units, goods: conditions on hr_department unit
-- and on sipbd_kode kode; description: report_description.sql.
SELECT row_number() OVER place AS position,
       row_number() OVER place AS nomor,
       concat_ws(' ', unit.code, unit.name) AS unit,
       state.nilai AS nilai,
       state.jumlah AS jumlah,
       CASE state.kondisi WHEN 'RR' THEN 'KB' ELSE state.kondisi END AS kondisi,
       %(description)s
  FROM (%(state)s) state
  JOIN sipbd_asset asset ON asset.id = state.asset_id
  JOIN sipbd_kode kode ON kode.id = state.code_id
  JOIN hr_department unit ON unit.id = state.unit_id
 WHERE state.jumlah > 0 AND %(goods)s AND %(units)s
WINDOW place AS (ORDER BY unit.code, unit.id, kode.code, asset.register, asset.id)
