-- The staged rows of a load of people with the records that they name. A working table
-- of this transaction.
-- rows: the rows of all tables, typed; code_columns, code_joins: codes of the published
-- lists; units, posts: what the texts of this load stand for (arrays of one length).
-- fate: 'new' becomes a person, 'known' is in the register, 'out' cannot be taken. The
-- first row of a NIP counts. What the NIP itself says fills a missing birth date, sex
-- and TMT CPNS. A row is usable when nothing in it keeps it out of the register.
-- trainings: kinds and codes of the trainings by their names. mkg_layouts: see
-- import_pegawai_pangkat.sql. A list tells of the last KGB its TMT alone: where the masa
-- kerja on that day is a step of the pay table, it is that step, else it stays open.
CREATE TEMPORARY TABLE %(work)s ON COMMIT DROP AS
WITH named AS (
    SELECT row.*,
           %(code_columns)s,
           unit.id AS unit_id, unit.fault AS unit_fault,
           post.id AS jabatan_id, post.jenis, post.eselon_id,
           training.jenis AS latihan_jenis, training.id AS latihan_id,
           golongan.id AS golongan_id, golongan.family AS golongan_family,
           awal.id AS golongan_awal_id, awal.family AS golongan_awal_family,
           nik_row.count AS nik_rows
      FROM %(rows)s AS row
      %(code_joins)s
      LEFT JOIN unnest(%(unit_texts)s::text[], %(unit_ids)s::integer[],
                       %(unit_faults)s::text[]) AS unit (text, id, fault)
        ON unit.text = concat_ws(' - ', row.sub_unit_name, row.unit_name)
      LEFT JOIN unnest(%(post_texts)s::text[], %(post_ids)s::integer[],
                       %(post_kinds)s::text[], %(post_eselons)s::integer[])
                AS post (text, id, jenis, eselon_id)
        ON post.text = concat(
               row.jabatan, '|', row.jenis_jabatan_code, '|', row.jenis_jabatan, '|',
               row.eselon_code, '|', row.eselon)
      LEFT JOIN unnest(%(training_texts)s::text[], %(training_kinds)s::text[],
                       %(training_ids)s::integer[]) AS training (text, jenis, id)
        ON training.text = row.latihan
      LEFT JOIN sikda_golongan AS golongan ON golongan.name = row.golongan
      LEFT JOIN sikda_golongan AS awal ON awal.name = row.golongan_awal
      LEFT JOIN (SELECT nik, count(*) AS count FROM %(rows)s GROUP BY nik) AS nik_row
        ON nik_row.nik = row.nik
), by_start AS (
    -- Of a NIP that lost its end, the one person with its beginning and the name.
    SELECT row.row_id, min(employee.id) AS employee_id, min(employee.nip) AS nip
      FROM %(rows)s AS row
      JOIN hr_employee AS employee
        ON left(employee.nip, 15) = row.nip_start
       AND upper(regexp_replace(employee.name, '\W', '', 'g'))
           = upper(regexp_replace(row.name, '\W', '', 'g'))
     WHERE row.nip IS NULL
     GROUP BY row.row_id
    HAVING count(*) = 1
), read AS (
    SELECT named.*,
           coalesce(named.nip, by_start.nip) AS full_nip,
           by_start.employee_id IS NOT NULL AS nip_by_name,
           coalesce(employee.id, by_start.employee_id) AS employee_id,
           CASE WHEN named.golongan_family = 'pppk'
                     OR coalesce(named.sheet, '') ILIKE 'PPPK%%'
                     OR coalesce(named.status_pegawai, '') ILIKE 'PPPK%%'
                     OR coalesce(named.jenis_pegawai, '') ILIKE 'PPPK%%'
                     OR (named.golongan_family IS NULL
                         AND substr(named.nip, 13, 2) > '12')
                THEN 'nipppk' ELSE 'nip' END AS ni_kind
      FROM named
      LEFT JOIN by_start USING (row_id)
      LEFT JOIN hr_employee AS employee ON employee.nip = named.nip
), numbered AS (
    SELECT read.*,
           min(read.number) OVER (
               PARTITION BY full_nip ORDER BY table_id, number
               ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW EXCLUDE CURRENT ROW
           ) AS nip_before
      FROM read
)
SELECT row_id, table_id, number, sheet, layout, full_nip AS nip, nip_by_name,
       nip_fault,
       CASE WHEN full_nip IS NOT NULL THEN nip_before END AS nip_before,
       date_faults,
       nip_fault IS NULL AND nip_before IS NULL AND date_faults = '{}' AS usable,
       stranger AND nip_fault IS NULL AS other_name,
       employee_id, employee_unit_id,
       nip_lama, name, gelar_depan, gelar_belakang,
       tempat_lahir,
       coalesce(birthday, nip_birthday) AS birthday,
       birthday IS NULL AND nip_birthday IS NOT NULL AS birthday_of_nip,
       coalesce(sex, CASE substr(full_nip, 15, 1)
                          WHEN '1' THEN 'male' WHEN '2' THEN 'female' END) AS sex,
       nik, nik_rows, hp, email_gov, alamat, npwp, bpjs, karpeg, siasn_id,
       coalesce(tmt_cpns, nip_tmt) AS tmt_cpns,
       tmt_cpns IS NULL AND nip_tmt IS NOT NULL AS tmt_cpns_of_nip,
       sk_cpns_nomor, sk_cpns_tanggal,
       CASE WHEN ni_kind = 'nip' THEN tmt_pns END AS tmt_pns,
       sk_pns_nomor, sk_pns_tanggal,
       pendidikan, pendidikan_siasn_id, sekolah, tahun_lulus::integer,
       kpkn, lokasi_kerja, instansi_induk, instansi_kerja,
       lower(nik_valid) IN ('1', 't', 'true', 'y', 'ya', 'valid') AS nik_valid,
       flag_ikd, jabatan, jabatan_siasn_id, jabatan_id, jenis, eselon_id,
       tmt_jabatan, golongan_id, golongan_family, golongan_awal_id,
       golongan_awal_family, tmt_golongan, mkg_tahun::integer, mkg_bulan::integer,
       tmt_kgb_terakhir, kgb_golongan_id, kgb_tahun, kgb_gaji, ni_kind,
       latihan, latihan_jenis, latihan_id, tahun_latihan::integer,
       CASE WHEN jam_latihan BETWEEN 1 AND 9999 THEN jam_latihan::integer END
           AS jam_latihan,
       CASE WHEN ni_kind = 'nipppk'
            THEN CASE WHEN concat(sheet, status_pegawai, jenis_pegawai) ILIKE '%%paruh%%'
                      THEN 'pppk_pw' ELSE 'pppk' END
            WHEN upper(status_cpns_pns) IN ('C', 'CPNS') OR status_pegawai ILIKE 'CPNS%%'
            THEN 'cpns'
            WHEN upper(status_cpns_pns) IN ('P', 'PNS') OR status_pegawai ILIKE 'PNS%%'
            THEN 'pns'
            WHEN coalesce(tmt_cpns, nip_tmt) > %(today)s::date - 730 THEN 'cpns'
            ELSE 'pns' END AS status_asn,
       agama_id, status_kawin_id, jenis_pegawai_id, kedudukan_hukum_id, tingkat_id,
       concat(agama_code, agama) <> '' AND agama_id IS NULL AS agama_unknown,
       concat(status_kawin_code, status_kawin) <> '' AND status_kawin_id IS NULL
           AS status_kawin_unknown,
       concat(jenis_pegawai_code, jenis_pegawai) <> '' AND jenis_pegawai_id IS NULL
           AS jenis_pegawai_unknown,
       concat(kedudukan_hukum_code, kedudukan_hukum) <> ''
           AND kedudukan_hukum_id IS NULL AS kedudukan_hukum_unknown,
       concat(tingkat_code, tingkat) <> '' AND tingkat_id IS NULL AS tingkat_unknown,
       unit_id, unit_fault
  FROM numbered
  LEFT JOIN (SELECT id AS known_id, unit_id AS employee_unit_id,
                    regexp_split_to_array(upper(name), '[^A-Z]+') AS known_words,
                    birthday AS known_birthday
               FROM hr_employee) AS employee ON known_id = employee_id
 CROSS JOIN LATERAL (
       -- Only what is a date at all: the number itself is judged elsewhere.
       SELECT CASE WHEN left(full_nip, 8) ~ '^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|1\d|2[0-8])'
                   THEN left(full_nip, 8)::date END AS nip_birthday,
              CASE WHEN ni_kind = 'nip'
                        AND substr(full_nip, 9, 6) ~ '^(19|20)\d\d(0[1-9]|1[0-2])$'
                   THEN (substr(full_nip, 9, 6) || '01')::date END AS nip_tmt
       ) AS of_nip
 CROSS JOIN LATERAL (
       -- Not one word of three letters in common with the person of the register.
       SELECT known_id IS NOT NULL AND NOT nip_by_name AND name IS NOT NULL
              AND NOT EXISTS (
                  SELECT 1
                    FROM unnest(regexp_split_to_array(upper(name), '[^A-Z]+')) AS word
                   WHERE length(word) > 2 AND word = ANY(known_words)) AS stranger
       ) AS who
 CROSS JOIN LATERAL (
       SELECT CASE WHEN full_nip IS NULL THEN 'nip-unusable'
                   WHEN stranger AND birthday
                        IS DISTINCT FROM coalesce(known_birthday, nip_birthday)
                   THEN 'nip-of-another' END AS nip_fault
       ) AS judged
 CROSS JOIN LATERAL (
       -- A TMT of the next months was signed already.
       SELECT coalesce(array_agg(day.col || ' ' || day.fault)
                           FILTER (WHERE day.fault IS NOT NULL), '{}') AS date_faults
         FROM (SELECT col, CASE WHEN value > latest THEN 'date-in-future'
                                WHEN born <= %(today)s
                                     AND value < born + interval '15 years'
                                THEN 'date-too-early' END AS fault
                 FROM (VALUES
                      ('birthday', birthday, %(today)s::date, NULL::date),
                      ('tmt_cpns', tmt_cpns, %(today)s, coalesce(birthday, nip_birthday)),
                      ('tmt_pns', tmt_pns, %(today)s, coalesce(birthday, nip_birthday)),
                      ('tmt_golongan', tmt_golongan, %(today)s::date + 366,
                       coalesce(birthday, nip_birthday)),
                      ('tmt_jabatan', tmt_jabatan, %(today)s::date + 366,
                       coalesce(birthday, nip_birthday)),
                      ('tmt_kgb_terakhir', tmt_kgb_terakhir, %(today)s,
                       coalesce(birthday, nip_birthday))
                      ) AS given (col, value, latest, born)) AS day
       ) AS dates
 CROSS JOIN LATERAL (
       SELECT CASE WHEN tmt_kgb_terakhir >= tmt_golongan THEN golongan_id END
                  AS kgb_golongan_id,
              CASE WHEN layout = ANY(%(mkg_layouts)s)
                        AND extract(day FROM tmt_kgb_terakhir) = 1
                        AND extract(day FROM tmt_golongan) = 1
                   THEN (mkg_tahun * 12 + coalesce(mkg_bulan, 0)
                         + 12 * (extract(year FROM tmt_kgb_terakhir)
                                 - extract(year FROM tmt_golongan))
                         + extract(month FROM tmt_kgb_terakhir)
                         - extract(month FROM tmt_golongan))::integer END AS kgb_months
       ) AS kgb
  LEFT JOIN (SELECT DISTINCT golongan_id AS step_golongan_id, mkg AS kgb_tahun
               FROM sikda_gaji) AS step
         ON step_golongan_id = kgb_golongan_id AND kgb_tahun * 12 = kgb_months
  LEFT JOIN LATERAL (
       SELECT cell.amount AS kgb_gaji
         FROM sikda_gaji AS cell
        WHERE cell.golongan_id = step_golongan_id AND cell.mkg = kgb_tahun
          AND tmt_kgb_terakhir BETWEEN cell.date_from
                                   AND coalesce(cell.date_to, 'infinity')
        ORDER BY cell.date_from DESC
        LIMIT 1
       ) AS pay ON TRUE
