-- The staged rows of a load with their values in columns and with the code and the
-- unit that they name. A working table of this transaction, in the order in which the
-- assets are made (import_items.sql).
-- rows: the rows of all tables, typed; fields: their columns; codes, units: what the
-- texts of this load stand for (arrays of one length).
CREATE TEMPORARY TABLE %(work)s ON COMMIT DROP AS
SELECT row.id AS row_id,
       row.table_id,
       row.number,
       row.sheet_kib,
       code.kode_id,
       code.fault AS kode_fault,
       kode.kib AS kode_kib,
       unit.unit_id,
       unit.fault AS unit_fault,
       kode.name AS kode_name,
       %(fields)s
  FROM (%(rows)s) AS row
  LEFT JOIN unnest(
           %(code_tables)s::integer[], %(code_texts)s::text[],
           %(code_ids)s::integer[], %(code_faults)s::text[]
       ) AS code (table_id, text, kode_id, fault)
    ON code.table_id = row.table_id AND code.text = coalesce(row.kode, '')
  LEFT JOIN sipbd_kode AS kode ON kode.id = code.kode_id
  LEFT JOIN unnest(
           %(unit_tables)s::integer[], %(unit_codes)s::text[], %(unit_lokasis)s::text[],
           %(unit_names)s::text[], %(unit_ids)s::integer[], %(unit_faults)s::text[]
       ) AS unit (table_id, code, lokasi, name, unit_id, fault)
    ON unit.table_id = row.table_id
   AND unit.code = coalesce(row.unit_code, '')
   AND unit.lokasi = coalesce(row.kode_lokasi, '')
   AND unit.name = coalesce(row.unit_name, '')
 ORDER BY unit.unit_id, code.kode_id, row.table_id, row.number
