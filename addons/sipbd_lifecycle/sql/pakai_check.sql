-- What stands against handing goods over, or taking them back: at most so many goods of
-- each document, with the number of all of them.
-- documents: ids; lost: code of goods reported lost; most: goods.
WITH found AS (
    SELECT line.document_id, line.position, concat_ws(' ', line.nibar, line.name) AS goods,
           holder.name AS holder,
           CASE WHEN document.jenis = 'kembali'
                THEN CASE WHEN asset.holder_id IS DISTINCT FROM document.holder_id
                          THEN 'not_his' END
                WHEN kode.code = %(lost)s THEN 'lost'
                WHEN asset.holder_id = document.holder_id THEN 'has'
                WHEN asset.holder_id IS NOT NULL AND document.oper IS NOT TRUE THEN 'other'
           END AS problem
      FROM sipbd_pakai document
      JOIN sipbd_pakai_line line ON line.document_id = document.id
      JOIN sipbd_asset asset ON asset.id = line.asset_id
      JOIN sipbd_kode kode ON kode.id = asset.code_id
      LEFT JOIN hr_employee holder ON holder.id = asset.holder_id
     WHERE document.id = ANY(%(documents)s)
)
SELECT *
  FROM (SELECT found.*,
               row_number() OVER (PARTITION BY document_id ORDER BY position) AS place,
               count(*) OVER (PARTITION BY document_id) AS problems
          FROM found
         WHERE problem IS NOT NULL) AS numbered
 WHERE place <= %(most)s
 ORDER BY document_id, place
