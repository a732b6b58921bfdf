-- Count and sums of what is depreciated at the end of a period.
-- period, units, goods: see report_penyusutan.sql; until: the last day.
SELECT count(*), coalesce(sum(state.nilai), 0)::text,
       coalesce(sum(state.beban), 0)::text, coalesce(sum(state.akumulasi), 0)::text,
       coalesce(sum(state.nilai - state.akumulasi), 0)::text,
       coalesce(sum((SELECT sum(entry.nilai)
                       FROM sipbd_entry entry
                       LEFT JOIN sipbd_entry undone
                         ON undone.id = entry.reversal_of_id
                      WHERE entry.asset_id = state.asset_id
                        AND entry.booking_date <= %(until)s
                        AND '08' IN (entry.kind, undone.kind))), 0)::text
  FROM sipbd_period_figure state
  JOIN sipbd_kode kode ON kode.id = state.code_id
  JOIN hr_department unit ON unit.id = state.unit_id
 WHERE state.period_id = %(period)s AND %(goods)s AND %(units)s
   AND (state.status <> 'tetap' OR state.akumulasi <> 0)
