-- Holders of posts with an eselon and posts that are vacant, with who acts in them.
-- people: report_asn; units: condition on hr_department unit; until: the date.
WITH people AS (%(people)s), acting AS (
    SELECT r.jabatan_id, r.unor_id,
           string_agg(
               CASE r.penugasan WHEN 'PLT' THEN 'Plt. ' WHEN 'PLH' THEN 'Plh. '
                    ELSE 'Pj. ' END || e.nama_gelar, '; ' ORDER BY r.tmt) AS names
      FROM sikda_riwayat_jabatan r
      JOIN hr_employee e ON e.id = r.employee_id
     WHERE r.penugasan IN ('PLT', 'PLH', 'PJ') AND r.tmt <= %(until)s
       AND coalesce(r.tmt_akhir, 'infinity') >= %(until)s
       AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
     GROUP BY r.jabatan_id, r.unor_id
)
SELECT people.unit_name, people.unit_code, people.unit_id, people.eselon,
       eselon.rank AS eselon_rank, people.jabatan, people.nama, people.nip,
       people.golongan, people.tmt_golongan, people.tmt_jabatan, people.tingkat,
       people.usia, people.tmt_pensiun, NULL AS keterangan, FALSE AS kosong,
       people.employee_id
  FROM people
  JOIN sikda_eselon eselon ON eselon.code = people.eselon_code
 UNION ALL
SELECT concat_ws(' ', unit.code, unit.name), unit.code, unit.id, eselon.name,
       eselon.rank, post.name, 'KOSONG', NULL, NULL, NULL, NULL, NULL, NULL, NULL,
       acting.names, TRUE, NULL
  FROM sikda_formasi formasi
  JOIN sikda_jabatan post ON post.id = formasi.jabatan_id
  JOIN sikda_eselon eselon ON eselon.id = post.eselon_id
  JOIN hr_department unit ON unit.id = formasi.unit_id
  LEFT JOIN (
       SELECT unit_id, jabatan_id, count(*) AS held
         FROM people GROUP BY unit_id, jabatan_id) filled
         ON filled.unit_id = formasi.unit_id AND filled.jabatan_id = formasi.jabatan_id
  LEFT JOIN acting ON acting.jabatan_id = formasi.jabatan_id
                  AND acting.unor_id = formasi.unit_id
 CROSS JOIN LATERAL generate_series(
       1, formasi.kebutuhan - coalesce(filled.held, 0)::int) vacancy
 WHERE formasi.active AND %(units)s
