-- Takes the rows of a load out of a history: a row that is replaced by itself stands no
-- more and stays as evidence.
UPDATE %(history)s
   SET replaced_by_id = id, keterangan = %(reason)s, write_uid = %(uid)s,
       write_date = %(now)s
 WHERE import_load_id = %(load)s AND replaced_by_id IS NULL
