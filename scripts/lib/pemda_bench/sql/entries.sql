-- The ledger of the items: every acquisition as the items came in, then all acts in
-- the order of their dates, then what takes an entry back.
INSERT INTO sipbd_entry (
    create_uid, create_date, write_uid, write_date, asset_id, kind, booking_date,
    document_kind, document_number, document_date, nilai, jumlah, unit_id, code_id,
    kondisi, komptabel
)
SELECT %(uid)s, now(), %(uid)s, now(), item.id, item.cara, item.tanggal, 'bast',
       '027/' || item.number || '/' || item.tahun, item.tanggal,
       item.nilai - coalesce(act.differences, 0), 1,
       CASE WHEN life.moved IS NULL THEN item.unit_id ELSE life.former_unit_id END,
       item.code_id,
       CASE WHEN life.worsened IS NULL THEN item.kondisi ELSE 'B' END, item.komptabel
  FROM bench_item item
  LEFT JOIN bench_life life USING (id)
  LEFT JOIN (SELECT id, sum(difference) AS differences
               FROM bench_act GROUP BY id) act USING (id)
 ORDER BY item.id;

INSERT INTO sipbd_entry (
    create_uid, create_date, write_uid, write_date, asset_id, kind, booking_date,
    document_kind, document_number, document_date, nilai, jumlah, unit_id, code_id,
    kondisi, komptabel, note
)
SELECT %(uid)s, now(), %(uid)s, now(), act.id, leg.kind, act.booked,
       CASE WHEN act.kind LIKE '14%%' THEN 'sk' ELSE 'ba' END,
       '900/' || act.number || '/' || date_part('year', act.booked), act.booked,
       leg.nilai, leg.jumlah, leg.unit_id, act.code_id, act.kondisi, act.komptabel,
       act.note
  FROM bench_act act
 CROSS JOIN LATERAL (
       SELECT 1, '04', -act.before, -1, act.former_unit_id WHERE act.kind = '03'
        UNION ALL
       SELECT 2, act.kind,
              CASE WHEN act.kind = '03' THEN act.before
                   WHEN act.kind LIKE '14%%' THEN -act.before
                   ELSE act.difference END,
              CASE WHEN act.kind = '03' THEN 1
                   WHEN act.kind LIKE '14%%' THEN -1
                   ELSE 0 END,
              act.unit_id
       ) AS leg (number, kind, nilai, jumlah, unit_id)
 WHERE act.kind <> 'batal'
 ORDER BY act.booked, act.id, leg.number;

INSERT INTO sipbd_entry (
    create_uid, create_date, write_uid, write_date, asset_id, kind, booking_date,
    document_kind, document_number, document_date, nilai, jumlah, unit_id, code_id,
    kondisi, komptabel, reversal_of_id
)
SELECT %(uid)s, now(), %(uid)s, now(), reversed.asset_id, 'batal', back.booked, 'ba',
       '901/' || back.number, back.booked, -reversed.nilai, -reversed.jumlah,
       reversed.unit_id, reversed.code_id, reversed.kondisi, reversed.komptabel,
       reversed.id
  FROM (SELECT id, number, booked, '0701' AS kind FROM bench_act WHERE kind = 'batal'
         UNION ALL
        SELECT id, number, tanggal, cara FROM bench_item WHERE state = 'batal') back
  JOIN sipbd_entry reversed ON reversed.asset_id = back.id AND reversed.kind = back.kind
 ORDER BY back.booked, back.id
