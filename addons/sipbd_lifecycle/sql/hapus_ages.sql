-- Goods of a write-off with the code under which they were used and the day on which
-- they were acquired: the last of the year where only that is known.
-- document: id; causes: codes, NULL for all of them.
SELECT line.id, coalesce(sebab.code, '') AS cause,
       coalesce(former.code, line.kode, '') AS code,
       coalesce(asset.tanggal_perolehan,
                make_date(asset.tahun_perolehan, 12, 31)) AS acquired,
       coalesce(line.kondisi, '') AS kondisi
  FROM sipbd_hapus_line line
 CROSS JOIN LATERAL %(asset)s asset
  LEFT JOIN sipbd_hapus_sebab sebab ON sebab.id = line.sebab_id
  LEFT JOIN LATERAL (
       SELECT kode.code
         FROM (SELECT * FROM sipbd_entry WHERE asset_id = asset.id OFFSET 0) entry
         JOIN sipbd_kode kode ON kode.id = entry.code_id
        WHERE NOT starts_with(kode.code, '1.5.4.')
        ORDER BY entry.booking_date DESC, entry.id DESC
        LIMIT 1) former ON starts_with(line.kode, '1.5.4.')
 WHERE line.document_id = %(document)s
   AND (%(causes)s::text[] IS NULL OR sebab.code = ANY(%(causes)s))
   AND (asset.tanggal_perolehan IS NOT NULL OR asset.tahun_perolehan > 0)
 ORDER BY line.position, line.id
