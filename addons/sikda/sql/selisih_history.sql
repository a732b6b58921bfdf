-- Rows of a history by what a file says, one per difference, in the place of the standing
-- row that begins on the same day or later.
-- table: of the history; columns, values: what is filled from the values of the
-- difference; tmt: of the new row; only_that_day: later rows stay (the first golongan);
-- ids: differences; loads, sources: source of the rows by load.
WITH told AS (
    SELECT d.employee_id, d.load_id, d.vals, source.source, upper(post.name) AS post_name,
           %(tmt)s AS tmt
      FROM sikda_selisih AS d
      JOIN unnest(%(loads)s::integer[], %(sources)s::text[]) AS source (load_id, source)
        ON source.load_id = d.load_id
      LEFT JOIN sikda_jabatan AS post ON post.id = (d.vals ->> 'jabatan_id')::integer
     WHERE d.id = ANY(%(ids)s)
), present AS (
    SELECT DISTINCT ON (row.employee_id) row.employee_id, row.id
      FROM %(table)s AS row
      JOIN told ON told.employee_id = row.employee_id
     WHERE row.replaced_by_id IS NULL
       AND (row.verified OR row.source <> 'manual')
       AND CASE WHEN %(only_that_day)s THEN row.tmt = told.tmt
                ELSE row.tmt >= told.tmt OR told.tmt IS NULL END
     ORDER BY row.employee_id, row.tmt DESC, row.id DESC
), made AS (
    INSERT INTO %(table)s (
        employee_id, tmt, source, verified, import_load_id, keterangan, %(columns)s,
        create_uid, create_date, write_uid, write_date
    )
    SELECT employee_id, tmt, source, FALSE, load_id, %(reason)s, %(values)s,
           %(uid)s, %(now)s, %(uid)s, %(now)s
      FROM told
    RETURNING id, employee_id
)
UPDATE %(table)s AS row
   SET replaced_by_id = made.id, write_uid = %(uid)s, write_date = %(now)s
  FROM present
  JOIN made ON made.employee_id = present.employee_id
 WHERE row.id = present.id
