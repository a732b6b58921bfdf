-- Open differences with SIASN, by unit and person; what is urgent goes first.
-- paths: see unit_path.sql; seen: ids that the user may see; fields, labels: names of
-- what differs; effects, effect_labels: the same of what depends on it; urgent: remark.
SELECT unor.text,
       row_number() OVER (ORDER BY unit.code, unit.name, employee.name, selisih.rank,
                                   selisih.id)::integer,
       employee.nama_gelar, employee.nip, label.text, selisih.left_text,
       selisih.right_text, effect.text,
       CASE WHEN selisih.urgent THEN %(urgent)s END
  FROM sikda_selisih AS selisih
  JOIN (%(seen)s) AS seen (id) USING (id)
  JOIN hr_employee AS employee ON employee.id = selisih.employee_id
  JOIN hr_department AS unit ON unit.id = employee.unit_id
  JOIN (%(paths)s) AS unor ON unor.id = unit.id
  JOIN unnest(%(fields)s::text[], %(labels)s::text[]) AS label (field, text)
    ON label.field = selisih.field
  JOIN unnest(%(effects)s::text[], %(effect_labels)s::text[]) AS effect (code, text)
    ON effect.code = selisih.effect
 ORDER BY unit.code, unit.name, employee.name, selisih.rank, selisih.id
