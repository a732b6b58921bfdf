-- The ledger of the items: every acquisition, then what was corrected in the year
-- after or reversed on the same day.
INSERT INTO sipbd_entry (
    create_uid, create_date, write_uid, write_date, asset_id, kind, booking_date,
    document_kind, document_number, document_date, nilai, jumlah, unit_id, code_id,
    kondisi, komptabel
)
SELECT %(uid)s, now(), %(uid)s, now(), id, cara, tanggal, 'bast',
       '027/' || number || '/' || tahun, tanggal, nilai - correction, 1, unit_id,
       code_id, kondisi, komptabel
  FROM bench_item
 ORDER BY id;

INSERT INTO sipbd_entry (
    create_uid, create_date, write_uid, write_date, asset_id, kind, booking_date,
    document_kind, document_number, document_date, nilai, jumlah, unit_id, code_id,
    kondisi, komptabel, reversal_of_id
)
SELECT %(uid)s, now(), %(uid)s, now(), item.id,
       CASE item.state WHEN 'batal' THEN 'batal' ELSE '0701' END, day.booked, 'ba',
       '900/' || item.number, day.booked,
       CASE item.state WHEN 'batal' THEN -item.nilai ELSE item.correction END,
       CASE item.state WHEN 'batal' THEN -1 ELSE 0 END,
       item.unit_id, item.code_id, item.kondisi, item.komptabel,
       CASE item.state WHEN 'batal' THEN first.id END
  FROM bench_item item
  JOIN sipbd_entry first ON first.asset_id = item.id
 CROSS JOIN LATERAL (
       SELECT CASE item.state WHEN 'batal' THEN item.tanggal
              ELSE least(make_date(item.tahun + 1, 6, 30), DATE '2025-12-31') END
       ) AS day (booked)
 WHERE item.state = 'batal' OR item.correction > 0
 ORDER BY item.id
