-- Takes the assets of a load out of the ledger: one reversal each of all that is
-- booked on them, on the day of the entry when nothing came after it and that day is
-- not closed, else today.
-- Assets that have nothing left are passed over.
INSERT INTO sipbd_entry (
    create_uid, create_date, load_id, asset_id, kind,
    booking_date, document_kind, document_number, document_date, nilai, jumlah,
    unit_id, code_id, kondisi, komptabel, akumulasi, reversal_of_id, note
)
SELECT %(uid)s, %(now)s, %(load)s, asset.id, 'batal',
       CASE WHEN booked.entries = 1 AND booked.first_date > %(closed)s
            THEN booked.first_date ELSE %(today)s END,
       'lain', %(document)s, %(today)s, -booked.nilai, -booked.jumlah, asset.unit_id,
       asset.code_id, asset.kondisi, asset.komptabel, -booked.akumulasi, booked.first_id, %(reason)s
  FROM sipbd_asset AS asset
  JOIN (
      SELECT entry.asset_id,
             count(*) AS entries,
             sum(entry.nilai) AS nilai,
             sum(entry.jumlah) AS jumlah,
             coalesce(sum(entry.akumulasi), 0) AS akumulasi,
             min(entry.booking_date) FILTER (WHERE entry.id = own.first_id) AS first_date,
             max(own.first_id) FILTER (WHERE NOT own.reversed) AS first_id
        FROM sipbd_entry AS entry
        JOIN (
            SELECT first.asset_id, min(first.id) AS first_id,
                   bool_or(reversal.id IS NOT NULL) AS reversed
              FROM sipbd_asset AS loaded
              JOIN sipbd_entry AS first ON first.asset_id = loaded.id
              LEFT JOIN sipbd_entry AS reversal ON reversal.reversal_of_id = first.id
             WHERE loaded.load_id = %(load)s AND first.load_id = %(load)s
               AND first.kind <> 'batal'
             GROUP BY first.asset_id
        ) AS own USING (asset_id)
       GROUP BY entry.asset_id
  ) AS booked ON booked.asset_id = asset.id
 WHERE asset.load_id = %(load)s
   AND (booked.nilai <> 0 OR booked.jumlah <> 0)
