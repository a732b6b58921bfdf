-- Count and sums of the register at a date, asset by asset: the printed rows are
-- checked against them.
SELECT count(*), coalesce(sum(state.nilai), 0)::text,
       coalesce(sum(state.jumlah), 0)::text
  FROM (%(state)s) state
  JOIN sipbd_kode kode ON kode.id = state.code_id
  JOIN hr_department unit ON unit.id = state.unit_id
 WHERE state.jumlah > 0 AND %(goods)s AND %(units)s
