-- Value and quantity of a recap by unit and KIB.
-- parts: rows of unit_id, code_id, komptabel, nilai, jumlah; units, goods: conditions
-- on hr_department unit and on sipbd_kode kode; owner: the unit that is a row, of
-- hr_department unit.
SELECT %(owner)s AS owner_id, kode.kib,
       sum(part.nilai) AS nilai, sum(part.jumlah) AS jumlah
  FROM (%(parts)s) part
  JOIN sipbd_kode kode ON kode.id = part.code_id
  JOIN hr_department unit ON unit.id = part.unit_id
 WHERE %(goods)s AND %(units)s
 GROUP BY 1, 2
