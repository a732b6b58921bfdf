-- Names of units as SIASN writes them: with those above, up to the OPD.
WITH RECURSIVE path AS (
    SELECT id, parent_id, name::text AS text, 1 AS depth
      FROM hr_department
     UNION ALL
    SELECT path.id, above.parent_id, path.text || ' - ' || above.name, depth + 1
      FROM path
      JOIN hr_department AS above ON above.id = path.parent_id
     WHERE above.parent_id IS NOT NULL AND depth < 30
)
SELECT DISTINCT ON (id) id, text FROM path ORDER BY id, depth DESC
