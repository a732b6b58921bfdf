-- An entry that a document has brought about already on one of the assets and that
-- still stands: the same kind by the same document. A correction of the date and one
-- of the quantity are two acts, though they share a kind.
SELECT entry.id
  FROM unnest(%(asset_ids)s::integer[], %(kinds)s::varchar[],
              %(document_kinds)s::varchar[], %(document_numbers)s::varchar[],
              %(document_dates)s::date[], %(corrects_dates)s::boolean[])
       AS act (asset_id, kind, document_kind, document_number, document_date,
               corrects_date)
  JOIN sipbd_entry entry
    ON entry.asset_id = act.asset_id
   AND entry.kind = act.kind
   AND entry.document_number = act.document_number
   AND entry.document_date = act.document_date
   AND entry.document_kind = act.document_kind
   AND (entry.tanggal_baru IS NOT NULL) = act.corrects_date
 WHERE NOT EXISTS (SELECT FROM sipbd_entry reversal
                    WHERE reversal.reversal_of_id = entry.id)
 ORDER BY entry.id
 LIMIT 1
