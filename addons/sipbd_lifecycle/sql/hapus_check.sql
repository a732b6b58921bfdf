-- What stands against goods of write-offs beside what stands against goods of any
-- document: at most so many of each document, with the number of all of them.
-- documents, days: ids, day of booking; lost: code of goods reported lost, whose
-- custodian answers for them until the claim for damages is decided; most: lines.
WITH found AS (
    SELECT line.document_id, line.position,
           concat_ws(' ', line.nibar, line.name) AS goods, sebab.id AS sebab_id,
           CASE WHEN sebab.id IS NULL THEN 'no_cause'
                WHEN NOT sebab.active OR document.day NOT BETWEEN sebab.date_from
                     AND coalesce(sebab.date_to, 'infinity') THEN 'not_in_force'
                WHEN kode.code = %(lost)s AND claim.waits THEN 'claim'
                WHEN asset.holder_id IS NOT NULL AND kode.code <> %(lost)s
                THEN 'custody'
                WHEN sebab.reklas = 'tolak'
                     AND NOT starts_with(kode.code, sebab.reklas_prefix)
                THEN 'not_reclassified'
           END AS problem
      FROM unnest(%(documents)s::integer[], %(days)s::date[]) AS document (id, day)
     CROSS JOIN LATERAL (
           SELECT * FROM sipbd_hapus_line WHERE document_id = document.id OFFSET 0) line
     CROSS JOIN LATERAL %(asset)s asset
      JOIN sipbd_kode kode ON kode.id = asset.code_id
      LEFT JOIN sipbd_hapus_sebab sebab ON sebab.id = line.sebab_id
     CROSS JOIN LATERAL (
           SELECT EXISTS (
                  SELECT 1
                    FROM (SELECT * FROM sipbd_hilang_line
                           WHERE asset_id = asset.id OFFSET 0) gone
                    JOIN sipbd_hilang hilang ON hilang.id = gone.document_id
                   WHERE hilang.state = 'approved'
                     AND hilang.tgr = 'tunggu'
                    AND NOT EXISTS (
                        SELECT 1
                          FROM (SELECT * FROM sipbd_hilang_batal_line
                                 WHERE asset_id = asset.id OFFSET 0) back
                          JOIN sipbd_hilang_batal batal ON batal.id = back.document_id
                         WHERE batal.state = 'approved'
                           AND batal.hilang_id = hilang.id)) AS waits) claim
)
SELECT *
  FROM (SELECT found.*,
               row_number() OVER (PARTITION BY document_id, problem ORDER BY position)
                   AS place,
               count(*) OVER (PARTITION BY document_id, problem) AS problems
          FROM found
         WHERE problem IS NOT NULL) AS numbered
 WHERE place <= %(most)s
 ORDER BY document_id, problem, place
