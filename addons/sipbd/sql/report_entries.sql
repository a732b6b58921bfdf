-- Differences of the ledger up to a date, where they were booked.
-- span: condition on booking_date.
SELECT unit_id, code_id, komptabel, nilai, jumlah
  FROM sipbd_entry
 WHERE %(span)s
