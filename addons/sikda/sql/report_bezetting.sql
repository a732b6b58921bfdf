-- Posts of units with those who hold them at the date and what the formasi asks.
-- people: report_asn; units: condition on hr_department unit; until: the date.
WITH held AS (
    SELECT people.unit_id, people.jabatan_id, count(*) AS bezetting,
           count(*) FILTER (WHERE people.tmt_pensiun
                                  <= %(until)s + interval '5 years') AS pensiun
      FROM (%(people)s) people
     WHERE people.jabatan_id IS NOT NULL
     GROUP BY people.unit_id, people.jabatan_id
), asked AS (
    SELECT formasi.unit_id, formasi.jabatan_id, formasi.kebutuhan
      FROM sikda_formasi formasi
      JOIN hr_department unit ON unit.id = formasi.unit_id
     WHERE formasi.active AND %(units)s
)
SELECT unit.code AS unit_code, unit.id AS unit_id,
       concat_ws(' ', unit.code, unit.name) AS unit,
       post.name AS jabatan, nullif(post.kelas, 0) AS kelas, eselon.name AS eselon,
       CASE post.jenis WHEN 'struktural' THEN 1 WHEN 'fungsional' THEN 2 ELSE 3 END
           AS jenis_rank,
       CASE post.jenis WHEN 'struktural' THEN 'Struktural'
            WHEN 'fungsional' THEN 'Fungsional' ELSE 'Pelaksana' END AS jenis,
       eselon.rank AS eselon_rank, post.id AS jabatan_id,
       coalesce(held.bezetting, 0)::int AS bezetting,
       coalesce(asked.kebutuhan, 0) AS kebutuhan,
       (coalesce(held.bezetting, 0) - coalesce(asked.kebutuhan, 0))::int AS selisih,
       coalesce(held.pensiun, 0)::int AS pensiun
  FROM held
  FULL JOIN asked USING (unit_id, jabatan_id)
  JOIN hr_department unit ON unit.id = unit_id
  JOIN sikda_jabatan post ON post.id = jabatan_id
  LEFT JOIN sikda_eselon eselon ON eselon.id = post.eselon_id
