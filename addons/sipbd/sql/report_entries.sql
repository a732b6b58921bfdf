-- Differences of the ledger in a span, where they were booked.
SELECT unit_id, code_id, komptabel, nilai, jumlah
  FROM sipbd_entry
 WHERE booking_date BETWEEN %(since)s AND %(until)s
