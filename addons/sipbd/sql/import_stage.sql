-- The staged rows of a load with their values in columns and with the code and the
-- unit that they name. A working table of this transaction.
-- record: field -> type; fields: the same as columns; codes, units: what the texts
-- of this load stand for (arrays of one length).
CREATE TEMPORARY TABLE %(work)s ON COMMIT DROP AS
SELECT row.id AS row_id,
       row.table_id,
       row.number,
       sheet.kib AS sheet_kib,
       %(fields)s,
       code.kode_id,
       code.fault AS kode_fault,
       kode.kib AS kode_kib,
       kode.name AS kode_name,
       unit.unit_id,
       unit.fault AS unit_fault
  FROM pemda_import_row AS row
  JOIN pemda_import_table AS sheet ON sheet.id = row.table_id
 CROSS JOIN LATERAL jsonb_to_record(row.data) AS value (%(record)s)
  LEFT JOIN unnest(%(code_texts)s::text[], %(code_ids)s::integer[], %(code_faults)s::text[])
       AS code (text, kode_id, fault)
    ON code.text = coalesce(value.kode, '')
  LEFT JOIN sipbd_kode AS kode ON kode.id = code.kode_id
  LEFT JOIN unnest(
           %(unit_tables)s::integer[], %(unit_codes)s::text[], %(unit_lokasis)s::text[],
           %(unit_names)s::text[], %(unit_ids)s::integer[], %(unit_faults)s::text[]
       ) AS unit (table_id, code, lokasi, name, unit_id, fault)
    ON unit.table_id = row.table_id
   AND unit.code = coalesce(value.unit_code, '')
   AND unit.lokasi = coalesce(value.kode_lokasi, '')
   AND unit.name = coalesce(value.unit_name, '')
 WHERE row.load_id = %(load)s
