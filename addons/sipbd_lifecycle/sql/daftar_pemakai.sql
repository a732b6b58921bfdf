-- Goods that somebody had on a day: unit after unit, in each custodian after custodian,
-- with the document by which he got them.
-- register: report_register.sql; day: the day.
SELECT row_number() OVER place AS position,
       row_number() OVER one AS nomor,
       listed.unit,
       concat_ws(', NIP ', listed.pemakai, regexp_replace(
           listed.nip_pemakai, '^(\d{8})(\d{6})(\d)(\d{3})$', '\1 \2 \3 \4')) AS pemakai,
       listed.kode, listed.register, listed.nama, listed.merk_type,
       listed.nomor_polisi, listed.nomor_rangka, listed.nomor_mesin, listed.tahun,
       listed.kondisi, listed.jumlah, listed.nilai,
       concat_ws(', ', given.document_number, to_char(given.document_date, 'DD-MM-YYYY'))
           AS bast
  FROM (SELECT each.*, min(each.position) OVER (PARTITION BY each.unit_id) AS unit_place
          FROM (%(register)s) each) listed
  LEFT JOIN LATERAL (
       SELECT entry.document_number, entry.document_date
         FROM sipbd_entry entry
        WHERE entry.asset_id = listed.asset_id AND entry.kind = '1301'
          AND entry.holder_id = listed.holder_id AND entry.booking_date <= %(day)s
        ORDER BY entry.booking_date DESC, entry.id DESC
        LIMIT 1) given ON TRUE
WINDOW place AS (ORDER BY unit_place, listed.pemakai, holder_id, listed.position),
       one AS (PARTITION BY unit_place, holder_id ORDER BY listed.position)
