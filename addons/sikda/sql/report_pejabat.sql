-- Holders of posts with an eselon and posts that are vacant, with who acts in them.
-- people: report_asn; tree: the units; units: condition on unit; until: the date; rule:
-- parameters in force; rows: condition on r.employee_id; formasi: what was needed then.
WITH people AS (%(people)s), formasi AS (%(formasi)s), acting AS (
    SELECT r.jabatan_id, r.unor_id,
           string_agg(
               CASE r.penugasan WHEN 'PLT' THEN 'Plt. ' WHEN 'PLH' THEN 'Plh. '
                    ELSE 'Pj. ' END || e.nama_gelar, '; ' ORDER BY r.tmt) AS names
      FROM sikda_riwayat_jabatan r
      JOIN hr_employee e ON e.id = r.employee_id
     WHERE r.penugasan IN ('PLT', 'PLH', 'PJ') AND r.tmt <= %(until)s
       AND coalesce(r.tmt_akhir, 'infinity') >= %(until)s
       AND %(stands)s
     GROUP BY r.jabatan_id, r.unor_id
), asked AS (
    -- a post in which somebody acts is there, even if no formasi says so
    SELECT formasi.unit_id, formasi.jabatan_id, formasi.kebutuhan
      FROM formasi
     UNION ALL
    SELECT acting.unor_id, acting.jabatan_id, 1
      FROM acting
     WHERE NOT EXISTS (
           SELECT FROM formasi
            WHERE formasi.unit_id = acting.unor_id
              AND formasi.jabatan_id = acting.jabatan_id)
)
SELECT people.unit_name, people.unit_code, people.unit_id, people.eselon,
       eselon.rank AS eselon_rank, people.jabatan, people.nama, people.nip,
       people.golongan, people.tmt_golongan, people.tmt_jabatan, people.tingkat,
       pim.nama AS pim, people.usia, people.tmt_pensiun,
       acting.names AS keterangan, FALSE AS kosong, people.employee_id
  FROM people
  JOIN sikda_eselon eselon ON eselon.code = people.eselon_code
  LEFT JOIN acting ON acting.jabatan_id = people.jabatan_id
                  AND acting.unor_id = people.unit_id
  LEFT JOIN (
       -- the highest training for structural posts
       SELECT DISTINCT ON (r.employee_id) r.employee_id,
              coalesce(nullif(r.nama, ''), code.name) AS nama
         FROM sikda_riwayat_diklat r
         JOIN sikda_referensi code ON code.id = r.latihan_id
         LEFT JOIN (%(rule)s) level
                ON level.name = 'duk.latihan' AND level.key = code.code
        WHERE coalesce(r.tanggal_selesai, r.tmt, make_date(nullif(r.tahun, 0), 12, 31))
              <= %(until)s AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, level.value::int DESC NULLS LAST, r.id
       ) pim ON pim.employee_id = people.employee_id
 UNION ALL
SELECT concat_ws(' ', unit.code, unit.name), unit.code, unit.id, eselon.name,
       eselon.rank, post.name, 'KOSONG', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       NULL, acting.names, TRUE, NULL
  FROM asked
  JOIN sikda_jabatan post ON post.id = asked.jabatan_id
  JOIN sikda_eselon eselon ON eselon.id = post.eselon_id
  JOIN %(tree)s unit ON unit.id = asked.unit_id
  LEFT JOIN (
       SELECT unit_id, jabatan_id, count(*) AS held
         FROM people GROUP BY unit_id, jabatan_id) filled
         ON filled.unit_id = asked.unit_id AND filled.jabatan_id = asked.jabatan_id
  LEFT JOIN acting ON acting.jabatan_id = asked.jabatan_id
                  AND acting.unor_id = asked.unit_id
 CROSS JOIN LATERAL generate_series(
       1, asked.kebutuhan - coalesce(filled.held, 0)::int) vacancy
 WHERE %(units)s
