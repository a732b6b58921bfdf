-- State of assets from the ledger up to a date; twin of rules/ledger.py state_at.
-- until: last booking date that counts; scope: condition on sipbd_entry.asset_id.
SELECT total.asset_id, total.nilai, total.jumlah,
       latest.unit_id, latest.code_id, latest.kondisi, latest.komptabel,
       CASE WHEN total.jumlah > 0 THEN 'aktif'
            WHEN latest.kind = 'batal' THEN 'batal'
            ELSE 'akhir' END AS state
  FROM (SELECT asset_id, sum(nilai) AS nilai, sum(jumlah) AS jumlah
          FROM sipbd_entry
         WHERE booking_date <= %(until)s AND %(scope)s
         GROUP BY asset_id) total
  JOIN (SELECT DISTINCT ON (asset_id)
               asset_id, kind, unit_id, code_id, kondisi, komptabel
          FROM sipbd_entry
         WHERE booking_date <= %(until)s AND %(scope)s
         ORDER BY asset_id DESC, booking_date DESC, id DESC) latest
    ON latest.asset_id = total.asset_id
