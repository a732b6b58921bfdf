-- Entries that a custody document has booked on its goods, the latest first, with what
-- held before each, and whether something was booked on the goods since.
-- assets: ids; number, date: of the document; reversal: kind of reversals.
SELECT entry.id, entry.asset_id, entry.booking_date,
       concat_ws(' ', asset.nibar, asset.name) AS goods,
       before.kondisi, before.room_id, before.holder_id,
       EXISTS (
           SELECT 1
             FROM sipbd_entry since
            WHERE since.asset_id = entry.asset_id
              AND (since.booking_date, since.id) > (entry.booking_date, entry.id)
              AND (since.document_number, since.document_date)
                  IS DISTINCT FROM (entry.document_number, entry.document_date)
       ) AS later
  FROM sipbd_entry entry
  JOIN sipbd_asset asset ON asset.id = entry.asset_id
  LEFT JOIN LATERAL (
       SELECT earlier.kondisi, earlier.room_id, earlier.holder_id
         FROM sipbd_entry earlier
        WHERE earlier.asset_id = entry.asset_id
          AND (earlier.booking_date, earlier.id) < (entry.booking_date, entry.id)
        ORDER BY earlier.booking_date DESC, earlier.id DESC
        LIMIT 1) before ON TRUE
 WHERE entry.asset_id = ANY(%(assets)s) AND entry.kind <> %(reversal)s
   AND entry.document_number = %(number)s AND entry.document_date = %(date)s
 ORDER BY entry.asset_id, entry.booking_date DESC, entry.id DESC
