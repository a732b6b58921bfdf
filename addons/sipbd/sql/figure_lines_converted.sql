-- Figures of a period as they are carried on into one of another length: what is left
-- is counted in its periods and spread anew.
-- lines: figure_lines.sql; old_months, new_months: lengths of the periods.
SELECT asset_id, code_id, komptabel, unit_id, kondisi, room_id, holder_id, register,
       tanggal_perolehan, tahun_perolehan, jumlah, nilai, akumulasi, status,
       counted.sisa,
       CASE WHEN counted.sisa IS NULL THEN line.masa ELSE counted.sisa END AS masa,
       CASE WHEN counted.sisa IS NULL THEN line.dasar ELSE nilai - akumulasi
       END AS dasar
  FROM (%(lines)s) AS line
 CROSS JOIN LATERAL (
     SELECT (line.sisa * %(old_months)s + %(new_months)s - 1) / %(new_months)s AS sisa
 ) AS counted
