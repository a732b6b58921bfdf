-- What stands against lines of cancellations of write-offs, for first_problems.sql; the
-- columns are those of lines_check.sql.
-- model, documents: of the cancellations.
SELECT line.document_id, line.position,
       concat_ws(' ', line.nibar, line.name) AS goods,
       hold.res_model AS held_model, hold.res_id AS held_id,
       NULL::text AS unit, NULL::date AS later,
       CASE WHEN hold.id IS NOT NULL THEN 'held'
            WHEN asset.state <> 'akhir' THEN 'gone'
            WHEN (latest.document_number, latest.document_date)
                 IS DISTINCT FROM (hapus.number, hapus.date) THEN 'other'
       END AS problem
  FROM sipbd_hapus_batal batal
  JOIN sipbd_hapus hapus ON hapus.id = batal.hapus_id
  JOIN sipbd_hapus_batal_line line ON line.document_id = batal.id
  JOIN sipbd_asset asset ON asset.id = line.asset_id
  LEFT JOIN sipbd_lifecycle_hold hold
    ON hold.asset_id = line.asset_id
   AND (hold.res_model, hold.res_id) <> (%(model)s, batal.id)
 CROSS JOIN LATERAL (
       SELECT entry.document_number, entry.document_date
         FROM sipbd_entry entry
        WHERE entry.asset_id = asset.id
        ORDER BY entry.booking_date DESC, entry.id DESC
        LIMIT 1) latest
 WHERE batal.id = ANY(%(documents)s)
