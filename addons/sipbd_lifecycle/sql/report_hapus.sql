-- Goods that left some units in a span (IV.K of Permendagri 47/2021): written off, or
-- handed to another OPD of the pemda. What had been reversed by the end of the span did
-- not happen.
-- akumulasi: at the end of the last period computed before that day; where there is
-- none, what the entries had brought along until then.
-- since, until: first and last day; units, goods: conditions on hr_department unit and
-- on sipbd_kode kode, with the entry; description: report_description.sql of sipbd.
WITH gone AS (
    SELECT entry.id, entry.asset_id, entry.unit_id, entry.code_id, entry.kind,
           -entry.nilai AS nilai, -entry.jumlah AS jumlah, entry.booking_date,
           entry.document_number, entry.document_date,
           split_part(entry.note, E'\n', 1) AS note, unit.name AS lokasi,
           unit.code AS unit_code, receiver.name AS receiver
      FROM sipbd_entry entry
      JOIN sipbd_kode kode ON kode.id = entry.code_id
      JOIN hr_department unit ON unit.id = entry.unit_id
      LEFT JOIN LATERAL (
           SELECT into_unit.name, into_unit.opd_id
             FROM sipbd_entry into_entry
             JOIN hr_department into_unit ON into_unit.id = into_entry.unit_id
            WHERE entry.kind = '04' AND into_entry.asset_id = entry.asset_id
              AND into_entry.kind = '03' AND into_entry.id > entry.id
            ORDER BY into_entry.id
            LIMIT 1) receiver ON TRUE
     WHERE entry.booking_date BETWEEN %(since)s AND %(until)s
       AND entry.jumlah < 0 AND %(goods)s AND %(units)s
       AND (entry.kind LIKE '14%%'
            OR entry.kind = '04' AND receiver.opd_id IS DISTINCT FROM unit.opd_id)
       AND NOT EXISTS (
           SELECT FROM sipbd_entry undone
            WHERE undone.reversal_of_id = entry.id
              AND undone.booking_date <= %(until)s)
)
SELECT row_number() OVER place AS position,
       row_number() OVER (PARTITION BY way.label ORDER BY gone.booking_date,
                          gone.document_number, kode.code, gone.id) AS nomor,
       way.label, way.cara, gone.nilai, gone.jumlah, gone.lokasi,
       gone.document_number AS sk_nomor, gone.document_date AS sk_tanggal,
       round(gone.nilai / nullif(gone.jumlah, 0), 2) AS harga_satuan,
       coalesce(figure.akumulasi, worn.akumulasi, 0) AS akumulasi,
       gone.nilai - coalesce(figure.akumulasi, worn.akumulasi, 0) AS buku,
       coalesce(gone.receiver, gone.note) AS catatan, described.*
  FROM gone
  JOIN sipbd_asset asset ON asset.id = gone.asset_id
  JOIN sipbd_kode kode ON kode.id = gone.code_id
  JOIN (VALUES ('1402', 1, 'IV.K.1 Pemindahtanganan', 'Pemindahtanganan'),
               ('1401', 2, 'IV.K.2 Pengalihan status penggunaan', 'Pengalihan status'),
               ('04', 2, 'IV.K.2 Pengalihan status penggunaan', 'Pengalihan status'),
               ('1403', 3, 'Putusan pengadilan', 'Putusan pengadilan'),
               ('1404', 4, 'Ketentuan perundang-undangan', 'Perundang-undangan'),
               ('1405', 5, 'Pemusnahan', 'Pemusnahan'),
               ('1406', 6, 'IV.K.6 Sebab lain', 'Sebab lain'))
       AS way (kind, place, label, cara) ON way.kind = gone.kind
  LEFT JOIN LATERAL (
       SELECT stood.akumulasi
         FROM sipbd_period period
         JOIN sipbd_period_figure stood
           ON stood.period_id = period.id AND stood.asset_id = gone.asset_id
        WHERE period.date_to < gone.booking_date
        ORDER BY period.date_to DESC
        LIMIT 1) figure ON TRUE
  LEFT JOIN LATERAL (
       SELECT sum(earlier.akumulasi) AS akumulasi
         FROM sipbd_entry earlier
        WHERE earlier.asset_id = gone.asset_id
          AND (earlier.booking_date, earlier.id) < (gone.booking_date, gone.id)) worn
    ON figure.akumulasi IS NULL
 CROSS JOIN LATERAL (SELECT %(description)s) described
WINDOW place AS (ORDER BY way.place, gone.booking_date, gone.document_number,
                 kode.code, gone.id)
