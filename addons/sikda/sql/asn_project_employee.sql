-- Copies on the person of what rights and lists ask most: the unit and the full name.
-- people: condition on hr_employee e.
UPDATE hr_employee e
   SET unit_id = copy.unit_id,
       nama_gelar = copy.nama_gelar
  FROM (SELECT e.id,
               version.department_id AS unit_id,
               concat_ws(', ', nullif(concat_ws(' ', nullif(e.gelar_depan, ''), e.name), ''),
                         nullif(e.gelar_belakang, '')) AS nama_gelar
          FROM hr_employee e
          JOIN hr_version version ON version.id = e.current_version_id
         WHERE %(people)s) copy
 WHERE e.id = copy.id
   AND (e.unit_id, e.nama_gelar) IS DISTINCT FROM (copy.unit_id, copy.nama_gelar)
