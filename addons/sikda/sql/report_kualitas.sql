-- What is wrong or missing in the data of people, one row per fault.
-- people: report_asn; tree: the units; until: the date; rows: condition on r.employee_id; files: documents
-- required and on file (id, wajib, ada, kurang).
WITH people AS (%(people)s), school AS (
    SELECT r.employee_id, array_agg(title.bare) AS titles
      FROM sikda_riwayat_pendidikan r
     CROSS JOIN LATERAL (
           SELECT lower(regexp_replace(word, '[^[:alpha:]]', '', 'g')) AS bare
             FROM regexp_split_to_table(r.gelar_depan, '[ ,]+') word
            UNION ALL
           SELECT lower(regexp_replace(word, '[^[:alpha:]]', '', 'g'))
             FROM regexp_split_to_table(r.gelar_belakang, ',') word) title
     WHERE %(rows)s
       AND %(stands)s
     GROUP BY r.employee_id
), untaught AS (
    -- titles of a name that no education gave; H., Hj. and R. are no degrees
    SELECT people.employee_id, string_agg(trim(title.word), ', ') AS titles
      FROM people
      JOIN hr_employee e ON e.id = people.employee_id
     CROSS JOIN LATERAL (
           SELECT regexp_split_to_table(e.gelar_depan, '[ ,]+') AS word
            UNION ALL
           SELECT regexp_split_to_table(e.gelar_belakang, ',')) title
     CROSS JOIN LATERAL (
           SELECT lower(regexp_replace(title.word, '[^[:alpha:]]', '', 'g')) AS text
           ) bare
      LEFT JOIN school ON school.employee_id = people.employee_id
     WHERE bare.text NOT IN ('', 'h', 'hj', 'r', 'rr', 'ra', 'kh', 'prof')
       AND NOT bare.text = ANY(coalesce(school.titles, '{}'))
     GROUP BY people.employee_id
), grade AS (
    SELECT DISTINCT r.employee_id
      FROM sikda_riwayat_kinerja r
     WHERE r.tahun = extract(year FROM %(until)s)::int - 1 AND r.predikat IS NOT NULL
       AND %(rows)s
       AND %(stands)s
), gap AS (
    -- no post for more than a month between two posts
    SELECT later.employee_id, min(later.since) AS since
      FROM (SELECT r.employee_id, r.tmt,
                   lag(r.tmt_akhir) OVER step AS since
              FROM sikda_riwayat_jabatan r
             WHERE r.penugasan = 'D' AND r.tmt <= %(until)s AND %(rows)s
               AND %(stands)s
            WINDOW step AS (PARTITION BY r.employee_id ORDER BY r.tmt, r.id)) later
     WHERE later.since + 31 < later.tmt
     GROUP BY later.employee_id
)
SELECT people.*, fault.number AS fault_number, fault.text AS masalah
  FROM people
  JOIN hr_employee e ON e.id = people.employee_id
  JOIN %(tree)s unit ON unit.id = people.unit_id
  LEFT JOIN untaught ON untaught.employee_id = people.employee_id
  LEFT JOIN grade ON grade.employee_id = people.employee_id
  LEFT JOIN gap ON gap.employee_id = people.employee_id
  LEFT JOIN (%(files)s) files ON files.id = people.employee_id
 CROSS JOIN LATERAL (VALUES
       (1, 'NIP/NI PPPK belum ada atau bukan 18 angka',
           coalesce(people.nip, '') !~ '^[0-9]{18}$'),
       (2, 'tanggal lahir berbeda dengan NIP/NI PPPK',
           people.nip ~ '^[0-9]{18}$'
           AND left(people.nip, 8) <> to_char(people.tanggal_lahir, 'YYYYMMDD')),
       (3, 'jenis kelamin berbeda dengan NIP/NI PPPK',
           people.nip ~ '^[0-9]{18}$'
           AND substr(people.nip, 15, 1) <>
               CASE people.jk WHEN 'L' THEN '1' WHEN 'P' THEN '2' END),
       (4, 'TMT CPNS berbeda dengan NIP',
           people.nip ~ '^[0-9]{18}$' AND people.status_asn IN ('cpns', 'pns')
           AND substr(people.nip, 9, 6) <> to_char(people.tmt_cpns, 'YYYYMM')),
       (5, 'NIK belum ada', coalesce(e.nik, '') = ''),
       (6, 'NIK bukan 16 angka atau terpotong',
           e.nik <> '' AND (e.nik !~ '^[0-9]{16}$' OR e.nik ~ '^(.)\1*$'
                            OR right(e.nik, 4) = '0000')),
       (7, 'tanggal lahir atau jenis kelamin berbeda dengan NIK',
           e.nik ~ '^[0-9]{16}$' AND people.tanggal_lahir IS NOT NULL
           AND substr(e.nik, 7, 6) <>
               lpad((extract(day FROM people.tanggal_lahir)
                     + CASE people.jk WHEN 'P' THEN 40 ELSE 0 END)::int::text, 2, '0')
               || to_char(people.tanggal_lahir, 'MMYY')),
       (8, 'tanggal lahir belum ada', people.tanggal_lahir IS NULL),
       (9, 'jenis kelamin belum ada', people.jk IS NULL),
       (10, 'TMT CPNS belum ada',
           people.status_asn IN ('cpns', 'pns') AND people.tmt_cpns IS NULL),
       (11, 'golongan belum ada', people.golongan IS NULL),
       (12, 'masa kerja golongan belum ada', people.months IS NULL),
       (13, 'jabatan belum ada', people.jabatan IS NULL),
       (14, 'ada jeda dalam riwayat jabatan sejak ' || to_char(gap.since, 'DD-MM-YYYY'),
           gap.employee_id IS NOT NULL),
       (15, 'unit kerja sudah tidak aktif',
           NOT unit.active OR unit.date_end < %(until)s),
       (16, 'pendidikan belum ada', people.tingkat IS NULL),
       (17, 'gelar tanpa riwayat pendidikan: ' || untaught.titles,
           untaught.employee_id IS NOT NULL),
       (18, 'predikat kinerja tahun lalu belum ada',
           people.status_asn <> 'cpns' AND grade.employee_id IS NULL),
       (19, 'sudah melewati TMT pensiun', people.tmt_pensiun <= %(until)s),
       (20, 'berkas digital belum ada: ' || files.kurang, files.ada < files.wajib)
       ) fault(number, text, wrong)
 WHERE fault.wrong
