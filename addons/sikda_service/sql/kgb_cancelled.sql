-- Takes the rows of cancelled letters out of the history: a row that is replaced by
-- itself stands no more and stays as evidence. The letters know by what they are void.
-- lines: the letters; batal: the counter-document.
WITH void AS (
    UPDATE sikda_kgb_usul_line
       SET batal_id = %(batal)s
     WHERE id = ANY(%(lines)s)
    RETURNING riwayat_id
)
UPDATE sikda_riwayat_kgb r
   SET replaced_by_id = r.id, keterangan = %(reason)s, write_uid = %(uid)s,
       write_date = now() AT TIME ZONE 'UTC'
  FROM void
 WHERE r.id = void.riwayat_id AND r.replaced_by_id IS NULL
