-- Civil servants of all ages in all units: who they are, as a set to draw careers from.
-- One in seven is PPPK; three in five began with S-1, the others with SLTA or D-III.
CREATE TEMPORARY TABLE bench_person ON COMMIT DROP AS
SELECT n, nextval('resource_resource_id_seq') AS resource_id,
       nextval('hr_employee_id_seq') AS id, nextval('hr_version_id_seq') AS version_id,
       units.ids[1 + n * 7919 %% cardinality(units.ids)] AS unit_id,
       birth.day AS birthday, start.tmt AS tmt_cpns, 1 + n %% 2 AS sex,
       n %% 7 = 0 AS pppk, n %% 5 AS school,
       (extract(year FROM age(%(until)s, start.tmt)) * 12
        + extract(month FROM age(%(until)s, start.tmt)))::int AS months
  FROM generate_series(1::bigint, %(size)s) n
 CROSS JOIN (SELECT %(unit_ids)s::int[] AS ids) units
 CROSS JOIN LATERAL (
       SELECT DATE '1968-12-15' + (n * 104729 %% 11300)::int AS day) birth
 CROSS JOIN LATERAL (
       SELECT least(date_trunc('month', birth.day + make_interval(
                        years => 22 + (n %% 8)::int, months => (n %% 12)::int))::date,
                    DATE '2025-04-01') AS tmt) start;

INSERT INTO resource_resource (
    id, create_uid, create_date, write_uid, write_date, active, name, resource_type, tz,
    company_id, time_efficiency
)
SELECT resource_id, %(uid)s, now(), %(uid)s, now(), TRUE, 'Pegawai ' || n, 'user',
       'Asia/Jakarta', %(company)s, 100
  FROM bench_person;

INSERT INTO hr_employee (
    id, create_uid, create_date, write_uid, write_date, active, name, resource_id,
    company_id, nip, ni_kind, birthday, tempat_lahir, nik, gelar_belakang, alamat, hp,
    agama_id, status_kawin_id, tmt_cpns, tmt_pns, unit_id
)
SELECT id, %(uid)s, now(), %(uid)s, now(), TRUE, 'Pegawai ' || n, resource_id,
       %(company)s,
       to_char(birthday, 'YYYYMMDD')
           || CASE WHEN pppk THEN '202321' ELSE to_char(tmt_cpns, 'YYYYMM') END || sex
           || lpad((row_number() OVER (
                  PARTITION BY birthday, pppk, tmt_cpns, sex ORDER BY n))::text, 3, '0'),
       CASE WHEN pppk THEN 'nipppk' ELSE 'nip' END, birthday, 'Contoh',
       lpad((3514000000000000 + n)::text, 16, '0'),
       CASE WHEN school < 3 THEN 'S.E.' END, 'Jl. Contoh No. ' || n,
       '08' || lpad(n::text, 10, '0'),
       religion.ids[1 + n %% cardinality(religion.ids)],
       marital.ids[1 + n %% cardinality(marital.ids)],
       CASE WHEN NOT pppk THEN tmt_cpns END,
       CASE WHEN NOT pppk THEN tmt_cpns + interval '1 year' END, unit_id
  FROM bench_person
 CROSS JOIN (SELECT array_agg(id ORDER BY code) AS ids
               FROM sikda_referensi WHERE kind = 'agama') religion
 CROSS JOIN (SELECT array_agg(id ORDER BY code) AS ids
               FROM sikda_referensi WHERE kind = 'status_kawin') marital
 ORDER BY id;

INSERT INTO hr_version (
    id, create_uid, create_date, write_uid, write_date, active, employee_id, company_id,
    date_version, last_modified_uid, last_modified_date, hr_responsible_id,
    distance_home_work_unit, marital, employee_type, department_id, sex
)
SELECT version_id, %(uid)s, now(), %(uid)s, now(), TRUE, id, %(company)s,
       tmt_cpns, %(uid)s, now(), %(uid)s, 'kilometers', 'single', 'employee', unit_id,
       CASE sex WHEN 1 THEN 'male' ELSE 'female' END
  FROM bench_person
 ORDER BY version_id;

UPDATE hr_employee e
   SET current_version_id = person.version_id
  FROM bench_person person
 WHERE person.id = e.id
