-- One line per asset, by unit and code as the indexes of the register go, which writes
-- them far faster; within a code in the order of the file, so the numbers follow it.
-- A row that stands for n items becomes n, each with the same
-- whole rupiah and the last one with the rest (twin of split_amount in pemda_import/reader/values.py).
-- Booked on the cut-off date of the load, or on the day of acquisition when that is
-- later; of a year alone the last day counts, but never a day to come. An unknown year
-- is 0.
-- Accumulated depreciation is split likewise; remaining: import_remaining.sql.
CREATE TEMPORARY TABLE %(items)s ON COMMIT DROP AS
SELECT nextval('sipbd_asset_id_seq')::integer AS asset_id, line.*
  FROM (
      SELECT row_id, unit_id, kode_id, pemilik, komptabel, kondisi, cara_perolehan,
             tahun, booking_date, sisa_bulan,
             CASE WHEN items = 1 THEN nilai
                  WHEN item < items THEN floor(nilai / items)
                  ELSE nilai - floor(nilai / items) * (items - 1)
             END AS nilai,
             CASE WHEN items = 1 THEN akumulasi
                  WHEN item < items THEN floor(akumulasi / items)
                  ELSE akumulasi - floor(akumulasi / items) * (items - 1)
             END AS akumulasi
        FROM (
            SELECT staged.*, coalesce(item, 1) AS item,
                   least(
                       greatest(
                           %(cut_off)s::date,
                           coalesce(
                               tanggal_perolehan, make_date(nullif(tahun, 0), 12, 31)
                           )
                       ),
                       %(today)s::date
                   ) AS booking_date
              FROM (
                  SELECT row_id, table_id, number, unit_id, kode_id,
                         tanggal_perolehan, kondisi,
                         coalesce(
                             date_part('year', tanggal_perolehan), tahun_perolehan, 0
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
              LEFT JOIN (
                  SELECT row_id, generate_series(1, items::integer) AS item
                    FROM %(work)s
                   WHERE items > 1
              ) AS many USING (row_id)
        ) AS single
       ORDER BY unit_id, kode_id, table_id, number, item
  ) AS line
