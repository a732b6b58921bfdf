-- What stands against handing goods over, or taking them back, for first_problems.sql.
-- documents: ids; lost: code of goods reported lost.
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
 CROSS JOIN LATERAL (
       SELECT * FROM sipbd_pakai_line WHERE document_id = document.id OFFSET 0) line
 CROSS JOIN LATERAL %(asset)s asset
  JOIN sipbd_kode kode ON kode.id = asset.code_id
  LEFT JOIN hr_employee holder ON holder.id = asset.holder_id
 WHERE document.id = ANY(%(documents)s)
