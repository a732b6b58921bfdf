-- A table as its rows said when a period was closed: under its own name, instead of it.
-- table, source: its name, as such and as text; columns: each as it was, of now, the
-- table, and of former.words; closing: number of the closing.
%(table)s AS NOT MATERIALIZED (
    SELECT %(columns)s
      FROM %(table)s AS now
      LEFT JOIN (
          SELECT record_id, jsonb_object_agg(field, value) AS words
            FROM (SELECT DISTINCT ON (record_id, field) record_id, field, value
                    FROM sipbd_former
                   WHERE source = %(source)s AND closing >= %(closing)s
                   ORDER BY record_id, field, closing) first
           GROUP BY record_id
      ) AS former ON former.record_id = now.id
)
