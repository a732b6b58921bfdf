-- State of assets at the end of a closed period as it was frozen, in the words of
-- ledger_state.sql, with the register number and year of that time.
-- period: id.
SELECT asset_id, nilai, jumlah, unit_id, code_id, kondisi, komptabel, room_id,
       holder_id, 'aktif' AS state, register, tahun_perolehan
  FROM sipbd_period_figure
 WHERE period_id = %(period)s AND jumlah > 0
