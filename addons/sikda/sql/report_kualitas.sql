-- What is wrong or missing in the data of people, one row per fault.
-- people: report_asn; until: the date; rows: condition on r.employee_id.
WITH people AS (%(people)s), school AS (
    SELECT r.employee_id, bool_or(r.gelar_depan > '' OR r.gelar_belakang > '') AS titled
      FROM sikda_riwayat_pendidikan r
     WHERE %(rows)s
       AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
     GROUP BY r.employee_id
), grade AS (
    SELECT DISTINCT r.employee_id
      FROM sikda_riwayat_kinerja r
     WHERE r.tahun = extract(year FROM %(until)s)::int - 1 AND r.predikat IS NOT NULL
       AND %(rows)s
       AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
), gap AS (
    SELECT later.employee_id, min(later.since) AS since
      FROM (SELECT r.employee_id, r.tmt,
                   lag(r.tmt_akhir) OVER step AS since
              FROM sikda_riwayat_jabatan r
             WHERE r.penugasan = 'D' AND %(rows)s
               AND r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')
            WINDOW step AS (PARTITION BY r.employee_id ORDER BY r.tmt, r.id)) later
     WHERE later.since + 31 < later.tmt
     GROUP BY later.employee_id
)
SELECT people.*, fault.number AS fault_number, fault.text AS masalah
  FROM people
  JOIN hr_employee e ON e.id = people.employee_id
  JOIN hr_department unit ON unit.id = people.unit_id
  LEFT JOIN school ON school.employee_id = people.employee_id
  LEFT JOIN grade ON grade.employee_id = people.employee_id
  LEFT JOIN gap ON gap.employee_id = people.employee_id
 CROSS JOIN LATERAL (VALUES
       (1, 'NIP/NI PPPK belum ada atau bukan 18 angka',
           coalesce(people.nip, '') !~ '^[0-9]{18}$'),
       (2, 'tanggal lahir berbeda dengan NIP/NI PPPK',
           people.nip ~ '^[0-9]{18}$'
           AND left(people.nip, 8) <> to_char(people.tanggal_lahir, 'YYYYMMDD')),
       (3, 'jenis kelamin berbeda dengan NIP/NI PPPK',
           people.nip ~ '^[0-9]{18}$'
           AND substr(people.nip, 15, 1) <> CASE people.jk WHEN 'L' THEN '1' ELSE '2' END),
       (4, 'TMT CPNS berbeda dengan NIP',
           people.nip ~ '^[0-9]{18}$' AND people.status_asn IN ('cpns', 'pns')
           AND substr(people.nip, 9, 6) <> to_char(people.tmt_cpns, 'YYYYMM')),
       (5, 'NIK belum ada', coalesce(e.nik, '') = ''),
       (6, 'tanggal lahir berbeda dengan NIK',
           e.nik ~ '^[0-9]{16}$' AND people.tanggal_lahir IS NOT NULL
           AND substr(e.nik, 7, 6) <>
               lpad((extract(day FROM people.tanggal_lahir)
                     + CASE people.jk WHEN 'P' THEN 40 ELSE 0 END)::int::text, 2, '0')
               || to_char(people.tanggal_lahir, 'MMYY')),
       (7, 'tanggal lahir belum ada', people.tanggal_lahir IS NULL),
       (8, 'TMT CPNS belum ada',
           people.status_asn IN ('cpns', 'pns') AND people.tmt_cpns IS NULL),
       (9, 'golongan belum ada', people.golongan IS NULL),
       (10, 'masa kerja golongan belum ada', people.months IS NULL),
       (11, 'jabatan belum ada', people.jabatan IS NULL),
       (12, 'ada jeda dalam riwayat jabatan', gap.employee_id IS NOT NULL),
       (13, 'unit kerja sudah tidak aktif',
           NOT unit.active OR unit.date_end < %(until)s),
       (14, 'pendidikan belum ada', people.tingkat IS NULL),
       (15, 'gelar tanpa riwayat pendidikan yang bergelar',
           (e.gelar_depan > '' OR e.gelar_belakang > '')
           AND NOT coalesce(school.titled, FALSE)),
       (16, 'predikat kinerja tahun lalu belum ada',
           people.status_asn <> 'cpns' AND grade.employee_id IS NULL),
       (17, 'sudah melewati TMT pensiun', people.tmt_pensiun <= %(until)s)
       ) fault(number, text, wrong)
 WHERE fault.wrong
