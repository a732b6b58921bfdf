-- Posts of units with those who hold them at the date and what the formasi asks; who
-- holds a post that is not in the catalogue is counted under its name.
-- people: report_asn; tree: the units; units: condition on unit; until: the date;
-- formasi: what was needed then.
WITH held AS (
    SELECT people.unit_id, people.jabatan_id,
           CASE WHEN people.jabatan_id IS NULL
                THEN coalesce(people.jabatan, 'Jabatan belum tercatat') END AS name,
           min(people.jenis_jabatan) AS jenis, count(*) AS bezetting,
           string_agg(people.nama, '; ' ORDER BY people.nama) AS names,
           count(*) FILTER (WHERE people.tmt_pensiun
                                  <= %(until)s + interval '5 years') AS pensiun
      FROM (%(people)s) people
     GROUP BY 1, 2, 3
), asked AS (
    SELECT formasi.unit_id, formasi.jabatan_id, formasi.kebutuhan
      FROM (%(formasi)s) formasi
      JOIN %(tree)s unit ON unit.id = formasi.unit_id
     WHERE %(units)s
)
SELECT unit.code AS unit_code, unit.id AS unit_id,
       concat_ws(' ', unit.code, unit.name) AS unit,
       coalesce(post.name, held.name) AS jabatan, nullif(post.kelas, 0) AS kelas,
       eselon.name AS eselon, kind.rank AS jenis_rank, kind.name AS jenis,
       eselon.rank AS eselon_rank, post.id AS jabatan_id,
       CASE WHEN kind.rank = 1 THEN held.names END AS pemangku,
       coalesce(held.bezetting, 0)::int AS bezetting,
       coalesce(asked.kebutuhan, 0) AS kebutuhan,
       (coalesce(held.bezetting, 0) - coalesce(asked.kebutuhan, 0))::int AS selisih,
       greatest(coalesce(asked.kebutuhan, 0) - coalesce(held.bezetting, 0), 0)::int
           AS kosong,
       coalesce(held.pensiun, 0)::int AS pensiun
  FROM held
  FULL JOIN asked USING (unit_id, jabatan_id)
  JOIN %(tree)s unit ON unit.id = unit_id
  LEFT JOIN sikda_jabatan post ON post.id = jabatan_id
  LEFT JOIN sikda_eselon eselon ON eselon.id = post.eselon_id
  LEFT JOIN (VALUES ('struktural', 1, 'Struktural'), ('fungsional', 2, 'Fungsional'),
                    ('pelaksana', 3, 'Pelaksana')) kind(code, rank, name)
         ON kind.code = coalesce(post.jenis, held.jenis)
