-- Count and sums of the register at a date, asset by asset: the printed rows are
-- checked against them.
-- state, units, goods: see report_register.sql.
SELECT count(*), coalesce(sum(state.nilai), 0)::text,
       coalesce(sum(state.jumlah), 0)::text,
       coalesce(sum(state.jumlah) FILTER (WHERE state.kondisi = 'B'), 0)::text,
       coalesce(sum(state.jumlah) FILTER (WHERE state.kondisi = 'RR'), 0)::text,
       coalesce(sum(state.jumlah) FILTER (WHERE state.kondisi = 'RB'), 0)::text
  FROM (%(state)s) state
  JOIN sipbd_kode kode ON kode.id = state.code_id
  JOIN hr_department unit ON unit.id = state.unit_id
 WHERE state.jumlah > 0 AND %(goods)s AND %(units)s
