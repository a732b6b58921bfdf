-- Odoo keeps the name of a person on the resource; the one on the person is its copy.
-- ids: differences whose names were taken over.
UPDATE resource_resource AS resource
   SET name = e.name
  FROM hr_employee AS e
  JOIN sikda_selisih AS told ON told.employee_id = e.id
 WHERE told.id = ANY(%(ids)s) AND resource.id = e.resource_id
