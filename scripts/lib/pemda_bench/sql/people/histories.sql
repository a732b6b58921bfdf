-- Forty rows of history for each of bench_person, as SIASN would have given them.
-- A row counts at once (source siasn). until: day of the latest rows.
INSERT INTO sikda_riwayat_status (employee_id, tmt, status_asn, source)
SELECT id, tmt_cpns, CASE WHEN pppk THEN 'pppk' ELSE 'cpns' END, 'siasn'
  FROM bench_person
 UNION ALL
SELECT id, tmt_cpns + interval '1 year', 'pns', 'siasn' FROM bench_person WHERE NOT pppk;

INSERT INTO sikda_riwayat_pangkat (
    employee_id, golongan_id, tmt, mkg_tahun, mkg_bulan, gaji, sk_nomor, source)
SELECT person.id, golongan.id, at.tmt, at.months / 12, at.months %% 12, 3000000,
       '823/' || n || '/' || step, 'siasn'
  FROM bench_person person
 CROSS JOIN generate_series(0, 6) step
 CROSS JOIN LATERAL (SELECT months * step / 7 AS months) share
 CROSS JOIN LATERAL (
       SELECT share.months,
              (tmt_cpns + make_interval(months => share.months))::date AS tmt) at
  JOIN sikda_golongan golongan
    ON golongan.family = 'pns'
   AND golongan.rank = least(17, CASE WHEN school < 3 THEN 9 WHEN school = 3 THEN 5
                                      ELSE 7 END
                             + least(step, share.months / 48))
 WHERE NOT person.pppk AND (step = 0 OR share.months > 0);

INSERT INTO sikda_riwayat_perjanjian (
    employee_id, golongan_id, tmt, tmt_akhir, mkg_tahun, mkg_bulan, gaji, source)
SELECT person.id, golongan.id, DATE '2023-04-01', DATE '2028-03-31', 0, 0, 3203600, 'siasn'
  FROM bench_person person
  JOIN sikda_golongan golongan
    ON golongan.family = 'pppk'
   AND golongan.name = CASE WHEN school < 3 THEN 'IX' ELSE 'V' END
 WHERE person.pppk;

INSERT INTO sikda_riwayat_kgb (
    employee_id, golongan_id, tmt, mkg_tahun, mkg_bulan, gaji, sk_nomor, source)
SELECT person.id, golongan.id,
       (tmt_cpns + make_interval(years => reached.years))::date, reached.years, 0,
       coalesce(cell.amount, 3000000), '822/' || n || '/' || step, 'siasn'
  FROM bench_person person
 CROSS JOIN generate_series(0, 8) step
 CROSS JOIN LATERAL (SELECT months / 24 * 2 - 2 * step - n::int %% 2 * 2 AS years) reached
  JOIN sikda_golongan golongan
    ON golongan.family = 'pns'
   AND golongan.name = CASE WHEN school < 3 THEN 'III/b' ELSE 'II/d' END
  LEFT JOIN sikda_gaji cell ON cell.golongan_id = golongan.id AND cell.mkg = reached.years
 WHERE NOT person.pppk AND reached.years > 0;

INSERT INTO sikda_riwayat_jabatan (
    employee_id, jabatan_id, nama_jabatan, unor_id, tmt, penugasan, sk_nomor, source)
SELECT person.id, post.id, post.name, unit_id,
       (tmt_cpns + make_interval(months => months * step / 5))::date, 'D',
       '821/' || n || '/' || step, 'siasn'
  FROM bench_person person
 CROSS JOIN generate_series(0, 4) step
 CROSS JOIN (SELECT array_agg(id ORDER BY id) AS ids FROM sikda_jabatan) posts
  JOIN sikda_jabatan post
    ON post.id = posts.ids[1 + (n * 31 + step / 3) %% cardinality(posts.ids)];

INSERT INTO sikda_riwayat_unit (employee_id, unor_id, tmt, source)
SELECT id, unit_id, tmt_cpns, 'siasn' FROM bench_person;

INSERT INTO sikda_riwayat_pendidikan (
    employee_id, tingkat_id, nama, tmt, tahun_lulus, sekolah, is_first, source)
SELECT person.id, tingkat.id, tingkat.name || ' Contoh',
       (tmt_cpns - make_interval(years => 6 - 2 * step))::date,
       extract(year FROM tmt_cpns)::int - 6 + 2 * step, 'Sekolah Contoh', step = 0, 'siasn'
  FROM bench_person person
 CROSS JOIN generate_series(0, 2) step
  JOIN sikda_pendidikan_tingkat tingkat
    ON tingkat.code = (CASE WHEN school < 3 THEN ARRAY['10', '15', '40']
                            WHEN school = 3 THEN ARRAY['05', '10', '15']
                            ELSE ARRAY['10', '15', '30'] END)[step + 1];

INSERT INTO sikda_riwayat_kinerja (
    employee_id, generation, tahun, hasil, perilaku, predikat, source)
SELECT id, CASE WHEN tahun >= 2022 THEN 'skp22' ELSE 'skp' END, tahun,
       '2', '2', CASE WHEN (n + tahun) %% 40 = 0 THEN '3' ELSE '2' END, 'siasn'
  FROM bench_person
 CROSS JOIN generate_series(extract(year FROM %(until)s)::int - 7,
                            extract(year FROM %(until)s)::int - 1) tahun;

INSERT INTO sikda_riwayat_penghargaan (employee_id, jenis_id, tmt, tahun, source)
SELECT person.id, jenis.id, (tmt_cpns + interval '11 years')::date,
       extract(year FROM tmt_cpns)::int + 11, 'siasn'
  FROM bench_person person
  JOIN sikda_referensi jenis ON jenis.kind = 'jenis_penghargaan' AND jenis.code = '201'
 WHERE months > 140 AND n %% 2 = 0;

INSERT INTO sikda_riwayat_angka_kredit (
    employee_id, jenis, tahun_mulai, tahun_selesai, ak_total, sk_nomor, source)
SELECT person.id, 'konversi', year, year, 12.5 + n %% 30, '800/' || n || '/' || year, 'siasn'
  FROM bench_person person
 CROSS JOIN generate_series(extract(year FROM %(until)s)::int - 3,
                            extract(year FROM %(until)s)::int - 1) year
 WHERE EXISTS (
       SELECT FROM sikda_riwayat_jabatan held
         JOIN sikda_jabatan post ON post.id = held.jabatan_id AND post.jenis = 'fungsional'
        WHERE held.employee_id = person.id);

-- one in twenty was punished once, one in thirty was away for a year on his own cost
INSERT INTO sikda_riwayat_hukdis (employee_id, jenis_id, tmt, sk_nomor, source)
SELECT person.id, jenis.id, make_date(2012 + n::int / 20 %% 15, 3, 1), '862/' || n, 'siasn'
  FROM bench_person person
  JOIN (SELECT array_agg(id ORDER BY code) AS ids
          FROM sikda_jenis_hukdis
         WHERE level = 'sedang') levels ON TRUE
  JOIN sikda_jenis_hukdis jenis
    ON jenis.id = levels.ids[1 + n::int / 20 %% cardinality(levels.ids)]
 WHERE n %% 20 = 0;

INSERT INTO sikda_riwayat_cltn (
    employee_id, tmt, tmt_akhir, tanggal_aktif, sk_nomor, source)
SELECT id, begun, begun + 364, begun + 365, '851/' || n, 'siasn'
  FROM bench_person
 CROSS JOIN LATERAL (SELECT (tmt_cpns + interval '6 years')::date AS begun) away
 WHERE n %% 30 = 7 AND NOT pppk AND months > 96;

INSERT INTO sikda_riwayat_diklat (
    employee_id, jenis, latihan_id, nama, tahun, tmt, jam, source)
SELECT person.id, CASE WHEN step = 1 AND n %% 4 = 0 THEN 'struktural' ELSE 'teknis' END,
       CASE WHEN step = 1 AND n %% 4 = 0 THEN latihan.id END, 'Diklat ' || step,
       2000 + (n + step) %% 26, make_date(2000 + (n::int + step) %% 26, 3, 1), 40, 'siasn'
  FROM bench_person person
  JOIN (
       SELECT employee_id, sum(count) AS count
         FROM (SELECT employee_id, count(*) FROM sikda_riwayat_status GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_pangkat GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_perjanjian GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_kgb GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_jabatan GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_unit GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_pendidikan GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_kinerja GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_penghargaan GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_angka_kredit GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_hukdis GROUP BY 1
                UNION ALL
               SELECT employee_id, count(*) FROM sikda_riwayat_cltn GROUP BY 1
              ) rows
        GROUP BY employee_id) held ON held.employee_id = person.id
 CROSS JOIN LATERAL generate_series(1, 40 - held.count::int) step
  LEFT JOIN sikda_referensi latihan
         ON latihan.kind = 'latihan_struktural' AND latihan.code = (2 + n %% 3)::text
