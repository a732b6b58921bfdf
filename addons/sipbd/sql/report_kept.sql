-- Value and quantity that add up to the register at a date: the totals that were kept
-- when a period was closed, and the differences booked since.
-- period: id; since: report_entries.sql after the period.
SELECT unit_id, code_id, komptabel, nilai, jumlah
  FROM sipbd_period_total
 WHERE period_id = %(period)s
 UNION ALL
(%(since)s)
