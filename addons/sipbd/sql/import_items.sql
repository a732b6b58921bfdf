-- One line per asset: a row that stands for n items becomes n, each with the same
-- whole rupiah and the last one with the rest (twin of split_amount in pemda_import/reader/values.py).
-- Booked on the cut-off date of the load, or on the day of acquisition when that is
-- later; of a year alone the last day counts, but never a day to come.
-- Accumulated depreciation is split likewise; remaining: import_remaining.sql.
CREATE TEMPORARY TABLE %(items)s ON COMMIT DROP AS
SELECT nextval('sipbd_asset_id_seq')::integer AS asset_id, line.*
  FROM (
      SELECT staged.row_id, staged.unit_id, staged.kode_id, staged.pemilik,
             staged.komptabel, staged.cara_perolehan, staged.tahun,
             least(
                 greatest(
                     %(cut_off)s::date,
                     coalesce(staged.tanggal_perolehan, make_date(staged.tahun, 12, 31))
                 ),
                 %(today)s::date
             ) AS booking_date,
             CASE WHEN item < staged.items
                  THEN floor(staged.nilai / staged.items)
                  ELSE staged.nilai
                       - floor(staged.nilai / staged.items) * (staged.items - 1)
             END AS nilai,
             CASE WHEN item < staged.items
                  THEN floor(staged.akumulasi / staged.items)
                  ELSE staged.akumulasi
                       - floor(staged.akumulasi / staged.items) * (staged.items - 1)
             END AS akumulasi,
             staged.sisa_bulan,
             lpad(coalesce(staged.tahun::text, ''), 4, '0') AS tahun_text,
             place.wilayah, place.lokasi, kode.code AS kode,
             kode.code_digits AS kode_digit
        FROM (
            SELECT row_id, table_id, number, unit_id, kode_id, tanggal_perolehan,
                   coalesce(
                       date_part('year', tanggal_perolehan), tahun_perolehan
                   )::integer AS tahun,
                   coalesce(items, 1) AS items,
                   round(coalesce(nilai_perolehan, 0), 2) AS nilai,
                   round(coalesce(akumulasi, 0), 2) AS akumulasi,
                   coalesce(
                       sisa_bulan, sisa_semester * 6, (%(remaining)s) * 6
                   )::integer AS sisa_bulan,
                   coalesce(pemilik, %(pemilik)s) AS pemilik,
                   coalesce(komptabel, %(komptabel)s) AS komptabel,
                   coalesce(cara_perolehan, %(cara_perolehan)s) AS cara_perolehan
              FROM %(work)s
        ) AS staged
        JOIN unnest(
                 %(unit_ids)s::integer[], %(wilayahs)s::text[], %(lokasis)s::text[]
             ) AS place (unit_id, wilayah, lokasi) ON place.unit_id = staged.unit_id
        JOIN sipbd_kode AS kode ON kode.id = staged.kode_id
       CROSS JOIN LATERAL generate_series(1, staged.items::integer) AS item
       ORDER BY staged.table_id, staged.number, item
  ) AS line
