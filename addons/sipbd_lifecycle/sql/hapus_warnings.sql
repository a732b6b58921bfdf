-- What whoever makes or decides on write-offs should look at: numbers per document and
-- cause. documents: ids.
SELECT line.document_id, line.sebab_id,
       count(*) FILTER (WHERE sebab.reklas = 'ingatkan'
                          AND NOT starts_with(line.kode, sebab.reklas_prefix))
           AS not_reclassified,
       count(*) FILTER (WHERE sebab.kondisi IS NOT NULL
                          AND line.kondisi IS DISTINCT FROM sebab.kondisi)
           AS other_condition,
       count(*) FILTER (WHERE line.akumulasi_per IS NULL) AS not_depreciated,
       count(*) FILTER (WHERE line.buku > 0) AS with_book,
       coalesce(sum(line.buku) FILTER (WHERE line.buku > 0), 0)::text AS book,
       count(*) FILTER (WHERE NOT EXISTS (
           SELECT FROM sipbd_photo photo WHERE photo.asset_id = line.asset_id))
           AS without_photo
  FROM sipbd_hapus_line line
  LEFT JOIN sipbd_hapus_sebab sebab ON sebab.id = line.sebab_id
 WHERE line.document_id = ANY(%(documents)s)
 GROUP BY line.document_id, line.sebab_id, sebab.sequence
 ORDER BY line.document_id, sebab.sequence NULLS FIRST
