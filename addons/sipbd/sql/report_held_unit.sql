-- Value and quantity of a recap by unit and KIB.
-- parts: rows of unit_id, code_id, komptabel, nilai, jumlah; units, goods: conditions
-- on hr_department unit and on sipbd_kode kode.
SELECT part.unit_id, kode.kib, sum(part.nilai) AS nilai, sum(part.jumlah) AS jumlah
  FROM (%(parts)s) part
  JOIN sipbd_kode kode ON kode.id = part.code_id
 WHERE %(goods)s
   AND part.unit_id IN (SELECT unit.id FROM hr_department unit WHERE %(units)s)
 GROUP BY part.unit_id, kode.kib
