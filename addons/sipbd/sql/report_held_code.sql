-- Value and quantity of a recap by code and KIB. Summed before the codes are looked
-- up, one by one: few of the 13,000 codes are in use.
-- parts: rows of unit_id, code_id, komptabel, nilai, jumlah; units, ways: conditions
-- on hr_department unit and on part; kib: array of KIB letters.
SELECT kode.code, kode.name, kode.kib, summed.nilai, summed.jumlah
  FROM (SELECT part.code_id, sum(part.nilai) AS nilai, sum(part.jumlah) AS jumlah
          FROM (%(parts)s) part
         WHERE %(ways)s
           AND part.unit_id IN (SELECT unit.id FROM hr_department unit WHERE %(units)s)
         GROUP BY part.code_id) summed
 CROSS JOIN LATERAL (
       SELECT code, name, kib FROM sipbd_kode WHERE id = summed.code_id OFFSET 0) kode
 WHERE kode.kib = ANY(%(kib)s)
