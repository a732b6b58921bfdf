-- Assets whose value or quantity is negative at some date, or that have a value where
-- nothing is left; twin of rules/ledger.py is_sound.
SELECT DISTINCT asset_id
  FROM (SELECT asset_id,
               sum(nilai) OVER running AS nilai,
               sum(jumlah) OVER running AS jumlah
          FROM sipbd_entry
         WHERE %(scope)s
        WINDOW running AS (PARTITION BY asset_id ORDER BY booking_date, id)) course
 WHERE nilai < 0 OR jumlah < 0 OR (jumlah = 0 AND nilai <> 0)
