-- What a report of loss has booked on each of its goods: the entry out of the former
-- code and the one into Aset Lain-Lain, what held before it, the latest entry of the
-- asset, and whether another report has said since that the goods are lost.
-- assets: ids; number, date: of the report.
SELECT leg_in.asset_id, leg_in.booking_date, leg_in.unit_id, leg_in.komptabel,
       leg_out.id AS out_id, leg_out.nilai AS out_nilai, leg_out.jumlah AS out_jumlah,
       coalesce(leg_out.akumulasi, 0) AS out_akumulasi,
       leg_out.code_id AS out_code_id,
       leg_in.id AS into_id, leg_in.nilai AS into_nilai,
       leg_in.jumlah AS into_jumlah, coalesce(leg_in.akumulasi, 0) AS into_akumulasi,
       leg_in.code_id AS into_code_id,
       before.kondisi, before.room_id, before.holder_id, latest.id AS latest_id,
       EXISTS (
           SELECT
             FROM (SELECT * FROM sipbd_entry WHERE asset_id = goods.id OFFSET 0) since
            WHERE since.kind = '0604' AND since.jumlah > 0
              AND (since.booking_date, since.id) > (leg_in.booking_date, leg_in.id)
       ) AS again
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
 WHERE leg_in.kind = '0604' AND leg_in.jumlah > 0
   AND leg_in.document_number = %(number)s AND leg_in.document_date = %(date)s
   AND leg_in.document_kind = 'ba'
   AND leg_out.kind = '0604' AND leg_out.jumlah < 0
   AND leg_out.document_number = leg_in.document_number
   AND leg_out.document_date = leg_in.document_date
   AND leg_out.document_kind = leg_in.document_kind
 ORDER BY leg_in.asset_id
