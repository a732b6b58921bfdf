-- Rows whose code and former register an asset of the unit has already. It may be the
-- same item: then year, value and numbers agree. A row of many items is compared with
-- each of them by its register alone.
-- Looked up by the index sipbd_asset_by_code: write its left() just so.
SELECT work.table_id, work.number,
       CASE WHEN bool_or(same) THEN 'item-known' ELSE 'register-known' END AS kind,
       CASE WHEN bool_or(same) THEN 'error' ELSE 'note' END AS severity,
       'register' AS col, NULL::jsonb AS params
  FROM %(work)s AS work
  JOIN sipbd_asset AS asset
    ON asset.unit_id = work.unit_id
   AND asset.code_id = work.kode_id
   AND left(asset.register_lama, 200) = left(work.register, 200)
   AND asset.register_lama = work.register
   AND asset.state = 'aktif'
 CROSS JOIN LATERAL (
     SELECT work.items > 1
            OR asset.tahun_perolehan IS NOT DISTINCT FROM coalesce(
                date_part('year', work.tanggal_perolehan), work.tahun_perolehan
            )
            AND asset.nilai_perolehan = coalesce(work.nilai_perolehan, 0)
            AND asset.nomor_pabrik IS NOT DISTINCT FROM work.nomor_pabrik
            AND asset.nomor_rangka IS NOT DISTINCT FROM work.nomor_rangka
            AND asset.nomor_mesin IS NOT DISTINCT FROM work.nomor_mesin
            AND asset.nomor_polisi IS NOT DISTINCT FROM work.nomor_polisi AS same
 ) AS compared
 GROUP BY work.table_id, work.number
