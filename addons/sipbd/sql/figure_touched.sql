-- Assets of which something is booked in a period. A working table of this run:
-- by_rules: the course of depreciation may change, so that the rules compute it. The
-- others carry their figures on and stand where the last entry of the period says.
-- previous: id of the period before; first, last: days.
CREATE TEMPORARY TABLE sipbd_touched ON COMMIT DROP AS
SELECT booked.asset_id, latest.unit_id, latest.kondisi, latest.room_id,
       latest.holder_id, asset.register,
       NOT booked.neutral OR figure.asset_id IS NULL
       OR figure.code_id <> latest.code_id
       OR figure.komptabel <> latest.komptabel AS by_rules
  FROM (
      SELECT asset_id,
             -- the id of the latest day, as the lower half of one number
             max((booking_date - DATE '0001-01-01')::bigint << 32 | id)
             & 4294967295 AS last_id,
             bool_and(
                 kind IN ('03', '04', '0703', '12', '1301', '1302')
                 AND coalesce(akumulasi, 0) = 0 AND sisa_bulan IS NULL
                 AND reversal_of_id IS NULL AND tanggal_baru IS NULL
             )
             AND sum(nilai) = 0 AND sum(jumlah) = 0 AS neutral
        FROM sipbd_entry
       WHERE booking_date BETWEEN %(first)s AND %(last)s
       GROUP BY asset_id
  ) AS booked
  JOIN sipbd_entry AS latest ON latest.id = booked.last_id
  JOIN sipbd_asset AS asset ON asset.id = booked.asset_id
  LEFT JOIN sipbd_period_figure AS figure
    ON figure.period_id = %(previous)s AND figure.asset_id = booked.asset_id
