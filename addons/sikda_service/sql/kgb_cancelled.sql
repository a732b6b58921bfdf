-- Takes the rows of cancelled proposals out of the history: a row that is replaced by
-- itself stands no more and stays as evidence.
UPDATE sikda_riwayat_kgb r
   SET replaced_by_id = r.id, keterangan = %(reason)s, write_uid = %(uid)s,
       write_date = now() AT TIME ZONE 'UTC'
  FROM sikda_kgb_usul_line line
 WHERE line.riwayat_id = r.id AND line.usul_id = ANY(%(usul)s)
   AND r.replaced_by_id IS NULL
RETURNING r.employee_id
