-- Entries that a custody document has booked on its goods, the latest first, with what
-- held before each, and whether something else was booked on the goods since.
-- assets: ids; number, date, document_kind: of the document; kinds: of what it books.
WITH booked AS (
    SELECT entry.id, entry.asset_id, entry.booking_date
      FROM sipbd_entry entry
     WHERE entry.asset_id = ANY(%(assets)s) AND entry.kind = ANY(%(kinds)s)
       AND entry.document_number = %(number)s AND entry.document_date = %(date)s
       AND entry.document_kind = %(document_kind)s
)
SELECT booked.id, booked.asset_id, booked.booking_date,
       concat_ws(' ', asset.nibar, asset.name) AS goods,
       before.kondisi, before.room_id, before.holder_id,
       EXISTS (
           SELECT 1
             FROM sipbd_entry since
            WHERE since.asset_id = booked.asset_id
              AND (since.booking_date, since.id) > (booked.booking_date, booked.id)
              AND NOT EXISTS (SELECT 1 FROM booked own WHERE own.id = since.id)
       ) AS later
  FROM booked
  JOIN sipbd_asset asset ON asset.id = booked.asset_id
  LEFT JOIN LATERAL (
       SELECT earlier.kondisi, earlier.room_id, earlier.holder_id
         FROM sipbd_entry earlier
        WHERE earlier.asset_id = booked.asset_id
          AND (earlier.booking_date, earlier.id) < (booked.booking_date, booked.id)
        ORDER BY earlier.booking_date DESC, earlier.id DESC
        LIMIT 1) before ON TRUE
 ORDER BY booked.asset_id, booked.booking_date DESC, booked.id DESC
