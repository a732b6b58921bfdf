-- State of assets from the ledger up to a date; twin of rules/ledger.py state_at.
-- scope: condition on sipbd_entry: which assets, and the last booking date that counts.
-- The latest state has no such date: the planner looks up one beyond all others.
-- One pass and no join: whatever the planner believes of the table, it stays linear.
SELECT asset_id, nilai, jumlah, unit_id, code_id, kondisi, komptabel,
       room_id, holder_id,
       CASE WHEN jumlah > 0 THEN 'aktif'
            WHEN kind = 'batal' THEN 'batal'
            ELSE 'akhir' END AS state
  FROM (SELECT DISTINCT ON (asset_id)
               asset_id, kind, unit_id, code_id, kondisi, komptabel,
               room_id, holder_id,
               sum(nilai) OVER asset AS nilai, sum(jumlah) OVER asset AS jumlah
          FROM sipbd_entry
         WHERE %(scope)s
        WINDOW asset AS (PARTITION BY asset_id)
         ORDER BY asset_id DESC, booking_date DESC, id DESC) latest
