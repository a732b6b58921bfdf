-- Entries of a span in some units and goods, each with the act that it belongs to: an
-- act is what one document says of one asset on one day. A reversal belongs to the act
-- that it reverses where that lies in the span too: what never happened is no change.
-- since, until: first and last day; units, goods: conditions on hr_department unit and
-- on sipbd_kode kode.
SELECT entry.asset_id, entry.unit_id, entry.code_id, entry.nilai, entry.jumlah,
       coalesce(undone.booking_date, entry.booking_date) AS act_date,
       coalesce(undone.document_kind, entry.document_kind) AS act_kind,
       coalesce(undone.document_number, entry.document_number) AS act_number
  FROM sipbd_entry entry
  JOIN sipbd_kode kode ON kode.id = entry.code_id
  JOIN hr_department unit ON unit.id = entry.unit_id
  LEFT JOIN sipbd_entry undone
    ON undone.id = entry.reversal_of_id AND undone.booking_date >= %(since)s
 WHERE entry.booking_date BETWEEN %(since)s AND %(until)s AND %(goods)s AND %(units)s
