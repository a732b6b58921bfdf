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
 CROSS JOIN LATERAL (
       SELECT * FROM sipbd_hapus_batal_line WHERE document_id = batal.id OFFSET 0) line
 CROSS JOIN LATERAL %(asset)s asset
  LEFT JOIN LATERAL (
       SELECT * FROM sipbd_lifecycle_hold WHERE asset_id = line.asset_id OFFSET 0) hold
    ON (hold.res_model, hold.res_id) <> (%(model)s, batal.id)
 CROSS JOIN LATERAL (
       SELECT entry.document_number, entry.document_date
         FROM (SELECT * FROM sipbd_entry WHERE asset_id = asset.id OFFSET 0) entry
        ORDER BY entry.booking_date DESC, entry.id DESC
        LIMIT 1) latest
 WHERE batal.id = ANY(%(documents)s)
