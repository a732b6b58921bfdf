-- Sums over some units and goods, one row for each KIB.
-- parts: rows of unit_id, code_id, komptabel, nilai, jumlah; units, goods: conditions
-- on hr_department unit and on sipbd_kode kode.
SELECT kode.kib, sum(part.nilai)::text, sum(part.jumlah)::text
  FROM (%(parts)s) part
  JOIN sipbd_kode kode ON kode.id = part.code_id
  JOIN hr_department unit ON unit.id = part.unit_id
 WHERE %(goods)s AND %(units)s
 GROUP BY kode.kib
