-- Civil servants with the rank of each in the DUK: twin of rules/duk.py key.
-- people: report_asn; rule: parameters in force; until: the date; rows: condition on
-- r.employee_id.
WITH rule AS (%(rule)s), level AS MATERIALIZED (
    SELECT jsonb_object_agg(key, value::int) FILTER (WHERE name = 'duk.jabatan') AS post,
           jsonb_object_agg(key, value::int) FILTER (WHERE name = 'duk.latihan') AS training
      FROM rule
)
SELECT people.*,
       coalesce(((SELECT post FROM level) ->> coalesce(
           people.eselon_code, people.jenjang_code, people.jenis_jabatan))::int, 0)
           AS jabatan_rank,
       latihan.nama AS latihan, latihan.code AS latihan_code, latihan.tanggal AS tanggal_latihan,
       to_char(latihan.tanggal, 'MM-YYYY') AS bulan_latihan, latihan.jam,
       coalesce(((SELECT training FROM level) ->> latihan.code)::int, 0) AS latihan_rank
  FROM (%(people)s) people
  LEFT JOIN (
       SELECT DISTINCT ON (r.employee_id) r.employee_id, r.nama,
              coalesce(r.tanggal_selesai, r.tmt, make_date(nullif(r.tahun, 0), 12, 31))
                  AS tanggal,
              nullif(r.jam, 0) AS jam, code.code
         FROM sikda_riwayat_diklat r
         JOIN sikda_referensi code ON code.id = r.latihan_id
        WHERE coalesce(r.tanggal_selesai, r.tmt, make_date(nullif(r.tahun, 0), 12, 31))
              <= %(until)s AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id,
                 coalesce(((SELECT training FROM level) ->> code.code)::int, 0) DESC,
                 coalesce(r.tanggal_selesai, r.tmt,
                          make_date(nullif(r.tahun, 0), 12, 31)), r.id
       ) latihan ON latihan.employee_id = people.employee_id
