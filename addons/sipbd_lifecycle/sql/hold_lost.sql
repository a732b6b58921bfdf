-- Goods of documents that another document holds.
-- lines: table of the lines; model, documents: whose.
SELECT concat_ws(' ', line.nibar, line.name) AS goods,
       hold.res_model AS held_model, hold.res_id AS held_id
  FROM %(lines)s line
 CROSS JOIN LATERAL (
       SELECT * FROM sipbd_lifecycle_hold WHERE asset_id = line.asset_id OFFSET 0) hold
 WHERE line.document_id = ANY(%(documents)s)
   AND (hold.res_model, hold.res_id) <> (%(model)s, line.document_id)
 ORDER BY line.document_id, line.position
 LIMIT 1
