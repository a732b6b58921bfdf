-- Rekap mutasi in the shape of IV.L.4: a row for each golongan of Permendagri 108/2016,
-- with goods or without; what was depreciated and amortised are rows that subtract.
-- flows: report_mutasi_bmd_flows.sql; before, after: rows that add up to the register
-- before the span and at its end; units, goods: conditions on hr_department unit and on
-- sipbd_kode kode with the alias part.
WITH held AS (
    SELECT left(kode.code, 5) AS code,
           coalesce(sum(part.nilai) FILTER (WHERE part.stage = 'awal'), 0)
               AS nilai_awal,
           coalesce(sum(part.jumlah) FILTER (WHERE part.stage = 'awal'), 0)
               AS jumlah_awal,
           coalesce(sum(part.nilai) FILTER (WHERE part.stage = 'akhir'), 0)
               AS nilai_akhir,
           coalesce(sum(part.jumlah) FILTER (WHERE part.stage = 'akhir'), 0)
               AS jumlah_akhir
      FROM (SELECT 'awal' AS stage, * FROM (%(before)s) before
             UNION ALL
            SELECT 'akhir', * FROM (%(after)s) after) part
      JOIN sipbd_kode kode ON kode.id = part.code_id
      JOIN hr_department unit ON unit.id = part.unit_id
     WHERE %(goods)s AND %(units)s
     GROUP BY left(kode.code, 5)
), flow AS (
%(flows)s
)
SELECT row_number() OVER place AS position,
       concat_ws(' ', kelompok.code, kelompok.name) AS label,
       golongan.code AS kode, golongan.name AS nama,
       coalesce(held.nilai_awal, flow.nilai_awal, 0) AS nilai_awal,
       coalesce(flow.nilai_kurang, 0) AS nilai_kurang,
       coalesce(flow.nilai_tambah, 0) AS nilai_tambah,
       coalesce(held.nilai_akhir, flow.nilai_akhir, 0) AS nilai_akhir,
       CASE WHEN counted THEN coalesce(held.jumlah_awal, 0) END AS jumlah_awal,
       CASE WHEN counted THEN coalesce(flow.jumlah_kurang, 0) END AS jumlah_kurang,
       CASE WHEN counted THEN coalesce(flow.jumlah_tambah, 0) END AS jumlah_tambah,
       CASE WHEN counted THEN coalesce(held.jumlah_akhir, 0) END AS jumlah_akhir,
       NULL::text AS keterangan
  FROM sipbd_kode golongan
  JOIN sipbd_kode kelompok ON kelompok.id = golongan.parent_id
 CROSS JOIN LATERAL (
       SELECT golongan.code NOT IN ('1.3.7', '1.5.5', '1.5.6') AS counted) kind
  LEFT JOIN held ON held.code = golongan.code
  LEFT JOIN flow ON flow.code = golongan.code
 WHERE golongan.level = 3
WINDOW place AS (ORDER BY golongan.code)
