-- The register at a date by unit and KIB: value in each KIB, value and quantity of
-- all. Units in force without goods are rows as well.
-- parts, units, goods: see report_balance.sql; holder: the unit that is a row, of
-- hr_department unit; until: the date.
SELECT row_number() OVER place AS position,
       row_number() OVER place AS nomor,
       holder.code AS kode, holder.name AS nama,
       coalesce(a, 0) AS a, coalesce(b, 0) AS b, coalesce(c, 0) AS c,
       coalesce(d, 0) AS d, coalesce(e, 0) AS e, coalesce(f, 0) AS f,
       coalesce(atb, 0) AS atb, coalesce(lain, 0) AS lain,
       coalesce(held.nilai, 0) AS nilai, coalesce(held.jumlah, 0) AS jumlah
  FROM hr_department holder
  LEFT JOIN (SELECT %(holder)s AS holder_id,
                    sum(part.nilai) FILTER (WHERE kode.kib = 'A') AS a,
                    sum(part.nilai) FILTER (WHERE kode.kib = 'B') AS b,
                    sum(part.nilai) FILTER (WHERE kode.kib = 'C') AS c,
                    sum(part.nilai) FILTER (WHERE kode.kib = 'D') AS d,
                    sum(part.nilai) FILTER (WHERE kode.kib = 'E') AS e,
                    sum(part.nilai) FILTER (WHERE kode.kib = 'F') AS f,
                    sum(part.nilai) FILTER (WHERE kode.kib = 'ATB') AS atb,
                    sum(part.nilai) FILTER (WHERE kode.kib = 'LAIN') AS lain,
                    sum(part.nilai) AS nilai, sum(part.jumlah) AS jumlah
               FROM (%(parts)s) part
               JOIN sipbd_kode kode ON kode.id = part.code_id
               JOIN hr_department unit ON unit.id = part.unit_id
              WHERE %(goods)s AND %(units)s
              GROUP BY 1) held ON held.holder_id = holder.id
 WHERE held.nilai <> 0 OR held.jumlah <> 0
    OR (holder.id IN (SELECT %(holder)s FROM hr_department unit WHERE %(units)s)
        AND holder.active
        AND coalesce(holder.date_start, %(until)s) <= %(until)s
        AND coalesce(holder.date_end, %(until)s) >= %(until)s)
WINDOW place AS (ORDER BY holder.code, holder.id)
