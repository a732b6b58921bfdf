-- Entries that a custody document has booked on its goods, the latest first, with what
-- held before each, and whether something else was booked on the goods since.
-- assets: ids; number, date, document_kind: of the document; kinds: of what it books.
WITH placed AS (
    SELECT entry.id, entry.asset_id, entry.booking_date, booked.own,
           concat_ws(' ', asset.nibar, asset.name) AS goods,
           lag(entry.kondisi) OVER place AS kondisi,
           lag(entry.room_id) OVER place AS room_id,
           lag(entry.holder_id) OVER place AS holder_id,
           count(*) FILTER (WHERE NOT booked.own) OVER since > 0 AS later
      FROM unnest(%(assets)s::integer[]) AS line (asset_id)
     CROSS JOIN LATERAL %(asset)s asset
     CROSS JOIN LATERAL (
           SELECT * FROM sipbd_entry WHERE asset_id = asset.id OFFSET 0) entry
     CROSS JOIN LATERAL (
           SELECT (entry.kind = ANY(%(kinds)s) AND entry.document_number = %(number)s
                   AND entry.document_date = %(date)s
                   AND entry.document_kind = %(document_kind)s) IS TRUE AS own) booked
    WINDOW place AS (PARTITION BY entry.asset_id
                         ORDER BY entry.booking_date, entry.id),
           since AS (place ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING)
)
SELECT id, asset_id, booking_date, goods, kondisi, room_id, holder_id, later
  FROM placed
 WHERE own
 ORDER BY asset_id, booking_date DESC, id DESC
