-- Sums over some units and goods.
-- parts: rows of unit_id, code_id, komptabel, nilai, jumlah; units, goods: conditions
-- on hr_department unit and on sipbd_kode kode.
SELECT coalesce(sum(part.nilai), 0)::text, coalesce(sum(part.jumlah), 0)::text
  FROM (%(parts)s) part
  JOIN sipbd_kode kode ON kode.id = part.code_id
  JOIN hr_department unit ON unit.id = part.unit_id
 WHERE %(goods)s AND %(units)s
