-- What stands against lines of documents, for first_problems.sql.
-- lines: table; model: of the documents; documents, paths, days: ids, path of the unit
-- that the goods belong to, day of booking; state: in which goods are.
SELECT line.document_id, line.position,
       concat_ws(' ', line.nibar, line.name) AS goods,
       hold.res_model AS held_model, hold.res_id AS held_id, unit.name AS unit,
       booked.later,
       CASE WHEN hold.id IS NOT NULL THEN 'held'
            WHEN asset.state <> %(state)s THEN 'gone'
            WHEN unit.parent_path NOT LIKE document.path || '%%' THEN 'elsewhere'
            WHEN (asset.nilai_perolehan, asset.jumlah)
                 <> (line.nilai, line.jumlah) THEN 'changed'
            WHEN booked.later IS NOT NULL THEN 'later'
       END AS problem
  FROM unnest(%(documents)s::integer[], %(paths)s::varchar[], %(days)s::date[])
       AS document (id, path, day)
 CROSS JOIN LATERAL (
       SELECT * FROM %(lines)s WHERE document_id = document.id OFFSET 0) line
 CROSS JOIN LATERAL %(asset)s asset
  JOIN hr_department unit ON unit.id = asset.unit_id
  LEFT JOIN LATERAL (
       SELECT * FROM sipbd_lifecycle_hold WHERE asset_id = line.asset_id OFFSET 0) hold
    ON (hold.res_model, hold.res_id) <> (%(model)s, document.id)
 CROSS JOIN LATERAL (
       SELECT max(entry.booking_date) AS later
         FROM (SELECT * FROM sipbd_entry WHERE asset_id = asset.id OFFSET 0) entry
        WHERE entry.booking_date > document.day) booked
