-- The register at a date by unit and KIB: value in each KIB, value and quantity of
-- all. Units in force without goods are rows as well.
-- held: report_held_unit.sql; units: condition on hr_department unit; owner: the unit
-- that is a row, of hr_department unit; until: the date.
SELECT row_number() OVER place AS position,
       row_number() OVER place AS nomor,
       owner.code AS kode, owner.name AS nama,
       coalesce(a, 0) AS a, coalesce(b, 0) AS b, coalesce(c, 0) AS c,
       coalesce(d, 0) AS d, coalesce(e, 0) AS e, coalesce(f, 0) AS f,
       coalesce(atb, 0) AS atb, coalesce(lain, 0) AS lain,
       coalesce(summed.nilai, 0) AS nilai, coalesce(summed.jumlah, 0) AS jumlah
  FROM hr_department owner
  LEFT JOIN (SELECT held.owner_id,
                    sum(held.nilai) FILTER (WHERE kib = 'A') AS a,
                    sum(held.nilai) FILTER (WHERE kib = 'B') AS b,
                    sum(held.nilai) FILTER (WHERE kib = 'C') AS c,
                    sum(held.nilai) FILTER (WHERE kib = 'D') AS d,
                    sum(held.nilai) FILTER (WHERE kib = 'E') AS e,
                    sum(held.nilai) FILTER (WHERE kib = 'F') AS f,
                    sum(held.nilai) FILTER (WHERE kib = 'ATB') AS atb,
                    sum(held.nilai) FILTER (WHERE kib = 'LAIN') AS lain,
                    sum(held.nilai) AS nilai, sum(held.jumlah) AS jumlah
               FROM held
              GROUP BY held.owner_id) summed ON summed.owner_id = owner.id
 WHERE summed.nilai <> 0 OR summed.jumlah <> 0
    OR (owner.id IN (SELECT %(owner)s FROM hr_department unit WHERE %(units)s)
        AND owner.active
        AND coalesce(owner.date_start, %(until)s) <= %(until)s
        AND coalesce(owner.date_end, %(until)s) >= %(until)s)
WINDOW place AS (ORDER BY owner.code, owner.id)
