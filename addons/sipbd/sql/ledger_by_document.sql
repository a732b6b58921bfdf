-- Entries of some assets that some documents have brought about, reversed or not.
-- A correction of the date and one of the quantity are two acts, though they share a
-- kind: the last column tells them apart. So plain a statement is planned at once; to
-- look for reversals here would cost more than the rest, and mostly there is no row.
SELECT entry.id, entry.asset_id, entry.kind, entry.document_kind,
       entry.document_number, entry.document_date, entry.tanggal_baru IS NOT NULL
  FROM sipbd_entry entry
 WHERE entry.asset_id = ANY(%(asset_ids)s)
   AND entry.document_number = ANY(%(document_numbers)s)
   AND entry.document_date = ANY(%(document_dates)s::date[])
 ORDER BY entry.id
