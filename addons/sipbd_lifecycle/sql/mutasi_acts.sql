-- What a transfer has booked on each of its goods: the entry out of the old unit and
-- the one into the new one, what held before it, and the latest entry of the asset.
-- assets: ids; number, date, document_kind: of the handover report.
SELECT leg_in.asset_id, leg_in.booking_date, leg_in.code_id, leg_in.komptabel,
       leg_out.id AS out_id, leg_out.nilai AS out_nilai, leg_out.jumlah AS out_jumlah,
       leg_out.unit_id AS out_unit_id,
       leg_in.id AS into_id, leg_in.nilai AS into_nilai,
       leg_in.jumlah AS into_jumlah, leg_in.unit_id AS into_unit_id,
       before.kondisi, before.room_id, before.holder_id, latest.id AS latest_id
  FROM unnest(%(assets)s::integer[]) AS goods (id)
 CROSS JOIN LATERAL (
       SELECT * FROM sipbd_entry WHERE asset_id = goods.id OFFSET 0) leg_in
 CROSS JOIN LATERAL (
       SELECT * FROM sipbd_entry WHERE asset_id = goods.id OFFSET 0) leg_out
 CROSS JOIN LATERAL (
       SELECT entry.id
         FROM (SELECT * FROM sipbd_entry WHERE asset_id = goods.id OFFSET 0) entry
        ORDER BY entry.booking_date DESC, entry.id DESC
        LIMIT 1) latest
  LEFT JOIN LATERAL (
       SELECT entry.kondisi, entry.room_id, entry.holder_id
         FROM (SELECT * FROM sipbd_entry WHERE asset_id = goods.id OFFSET 0) entry
        WHERE (entry.booking_date, entry.id) < (leg_out.booking_date, leg_out.id)
        ORDER BY entry.booking_date DESC, entry.id DESC
        LIMIT 1) before ON TRUE
 WHERE leg_in.kind = '03' AND leg_in.document_number = %(number)s
   AND leg_in.document_date = %(date)s AND leg_in.document_kind = %(document_kind)s
   AND leg_out.kind = '04' AND leg_out.document_number = leg_in.document_number
   AND leg_out.document_date = leg_in.document_date
   AND leg_out.document_kind = leg_in.document_kind
 ORDER BY leg_in.asset_id
