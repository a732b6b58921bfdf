-- The rows of a load that become people, with the ids they will have. Left out is what
-- the checks found and a reason overruled.
-- corrections: layouts that only speak of people who are there.
-- people: name of the table; work: see import_pegawai_stage.sql.
CREATE TEMPORARY TABLE %(people)s ON COMMIT DROP AS
SELECT nextval('resource_resource_id_seq')::integer AS resource_id,
       nextval('hr_employee_id_seq')::integer AS new_id,
       nextval('hr_version_id_seq')::integer AS version_id,
       line.*
  FROM (
      SELECT work.*
        FROM %(work)s AS work
       WHERE employee_id IS NULL
         AND usable
         AND name IS NOT NULL
         AND unit_id IS NOT NULL
         AND layout <> ALL(%(corrections)s)
       ORDER BY table_id, number
  ) AS line
