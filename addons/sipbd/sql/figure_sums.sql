-- Sums of the figures, or of the kept totals, of a period over some units and goods.
-- table: sipbd_period_figure or sipbd_period_total; period: id; units, goods:
-- conditions on hr_department unit and on sipbd_kode kode.
SELECT coalesce(sum(part.nilai), 0)::text, coalesce(sum(part.jumlah), 0)::text,
       coalesce(sum(part.akumulasi), 0)::text, coalesce(sum(part.beban), 0)::text
  FROM %(table)s part
  JOIN sipbd_kode kode ON kode.id = part.code_id
  JOIN hr_department unit ON unit.id = part.unit_id
 WHERE part.period_id = %(period)s AND %(goods)s AND %(units)s
