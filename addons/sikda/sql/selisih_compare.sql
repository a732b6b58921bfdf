-- Differences between a file and the register, for people who are in both: one row per
-- person and field or history. Spelling, blanks and capitals make no difference, and
-- what the file leaves empty is none.
-- work: see import_pegawai_stage.sql; mkg_layouts: see import_pegawai_pangkat.sql.
-- scope: units of the load that its user may see.
-- due: statement of what is due within twelve months (due.sql).
-- effect: what depends on the field; urgent: that falls due.
-- What the file said before while the register was found right is decided already.
WITH person AS (
    SELECT work.*, employee.id AS e_id, version.id AS v_id
      FROM %(work)s AS work
      JOIN hr_employee AS employee ON employee.id = work.employee_id
      JOIN hr_version AS version ON version.id = employee.current_version_id
     WHERE usable AND employee.unit_id = ANY(%(scope)s)
), told AS (
    SELECT person.e_id, e.unit_id, d.*
      FROM person
      JOIN hr_employee AS e ON e.id = person.e_id
      JOIN hr_version AS v ON v.id = person.v_id
      LEFT JOIN sikda_referensi AS e_agama ON e_agama.id = e.agama_id
      LEFT JOIN sikda_referensi AS w_agama ON w_agama.id = person.agama_id
      LEFT JOIN sikda_referensi AS e_kawin ON e_kawin.id = e.status_kawin_id
      LEFT JOIN sikda_referensi AS w_kawin ON w_kawin.id = person.status_kawin_id
      LEFT JOIN sikda_referensi AS e_jenis ON e_jenis.id = e.jenis_pegawai_id
      LEFT JOIN sikda_referensi AS w_jenis ON w_jenis.id = person.jenis_pegawai_id
      LEFT JOIN sikda_golongan AS e_golongan ON e_golongan.id = v.golongan_id
      LEFT JOIN sikda_golongan AS w_golongan ON w_golongan.id = person.golongan_id
      LEFT JOIN sikda_jabatan AS w_post ON w_post.id = person.jabatan_id
      LEFT JOIN hr_department AS e_unit ON e_unit.id = v.department_id
      LEFT JOIN hr_department AS w_unit ON w_unit.id = person.unit_id
      LEFT JOIN sikda_pendidikan_tingkat AS e_level
             ON e_level.id = v.pendidikan_tingkat_id
      LEFT JOIN sikda_pendidikan_tingkat AS w_level ON w_level.id = person.tingkat_id
      LEFT JOIN sikda_kedudukan_hukum AS e_position ON e_position.id = v.kedudukan_hukum_id
      LEFT JOIN sikda_kedudukan_hukum AS w_position
             ON w_position.id = person.kedudukan_hukum_id
      LEFT JOIN sikda_golongan AS w_awal ON w_awal.id = person.golongan_awal_id
      LEFT JOIN (
           SELECT DISTINCT ON (r.employee_id)
                  r.employee_id, r.golongan_id, r.tmt, golongan.name
             FROM (SELECT employee_id, tmt, id, golongan_id, replaced_by_id, verified,
                          source
                     FROM sikda_riwayat_pangkat
                    UNION ALL
                   SELECT employee_id, tmt, id, golongan_id, replaced_by_id, verified,
                          source
                     FROM sikda_riwayat_perjanjian) AS r
             JOIN sikda_golongan AS golongan ON golongan.id = r.golongan_id
            WHERE r.employee_id IN (SELECT e_id FROM person)
              AND %(stands)s
            ORDER BY r.employee_id, r.tmt, r.id
           ) AS first ON first.employee_id = person.e_id
     CROSS JOIN LATERAL (
           SELECT coalesce(e.tmt_cpns, person.tmt_cpns) AS tmt
           ) AS started
     CROSS JOIN LATERAL (
           SELECT CASE WHEN person.layout = ANY(%(mkg_layouts)s)
                       THEN person.mkg_tahun END AS mkg_tahun,
                  CASE WHEN person.layout = ANY(%(mkg_layouts)s)
                       THEN coalesce(person.mkg_bulan, 0) END AS mkg_bulan
           ) AS m
     CROSS JOIN LATERAL (VALUES
           -- field, register, file, whether they differ, values to accept, effect,
           -- restricted
           ('name', e.name, person.name, NULL::boolean,
            jsonb_build_object('name', person.name), 'lain', FALSE),
           ('gelar_depan', e.gelar_depan, person.gelar_depan, NULL,
            jsonb_build_object('gelar_depan', person.gelar_depan), 'lain', FALSE),
           ('gelar_belakang', e.gelar_belakang, person.gelar_belakang, NULL,
            jsonb_build_object('gelar_belakang', person.gelar_belakang), 'lain', FALSE),
           ('birthday', to_char(e.birthday, 'DD-MM-YYYY'),
            CASE WHEN NOT birthday_of_nip
                 THEN to_char(person.birthday, 'DD-MM-YYYY') END, NULL,
            jsonb_build_object('birthday', person.birthday), 'pensiun', FALSE),
           ('tempat_lahir', e.tempat_lahir, person.tempat_lahir, NULL,
            jsonb_build_object('tempat_lahir', person.tempat_lahir), 'lain', FALSE),
           ('nik', e.nik, person.nik, NULL,
            jsonb_build_object('nik', person.nik), 'lain', TRUE),
           ('nip_lama', e.nip_lama,
            CASE WHEN length(person.nip_lama) = 9 THEN person.nip_lama END, NULL,
            jsonb_build_object('nip_lama', person.nip_lama), 'lain', FALSE),
           ('hp', e.hp, person.hp, NULL,
            jsonb_build_object('hp', person.hp), 'lain', FALSE),
           ('email_gov', e.email_gov, person.email_gov, NULL,
            jsonb_build_object('email_gov', person.email_gov), 'lain', FALSE),
           ('alamat', e.alamat, person.alamat, NULL,
            jsonb_build_object('alamat', person.alamat), 'lain', FALSE),
           ('npwp', e.npwp, person.npwp, NULL,
            jsonb_build_object('npwp', person.npwp), 'lain', TRUE),
           ('bpjs', e.bpjs, person.bpjs, NULL,
            jsonb_build_object('bpjs', person.bpjs), 'lain', TRUE),
           ('kartu_asn', e.kartu_asn, person.karpeg, NULL,
            jsonb_build_object('kartu_asn', person.karpeg), 'lain', FALSE),
           ('siasn_id', e.siasn_id, person.siasn_id, NULL,
            jsonb_build_object('siasn_id', person.siasn_id), 'lain', FALSE),
           ('agama_id', e_agama.name, w_agama.name, NULL,
            jsonb_build_object('agama_id', person.agama_id), 'lain', FALSE),
           ('status_kawin_id', e_kawin.name, w_kawin.name, NULL,
            jsonb_build_object('status_kawin_id', person.status_kawin_id), 'lain', TRUE),
           ('jenis_pegawai_id', e_jenis.name, w_jenis.name, NULL,
            jsonb_build_object('jenis_pegawai_id', person.jenis_pegawai_id), 'lain',
            FALSE),
           ('instansi_induk', e.instansi_induk, person.instansi_induk, NULL,
            jsonb_build_object('instansi_induk', person.instansi_induk), 'lain', FALSE),
           ('instansi_kerja', e.instansi_kerja, person.instansi_kerja, NULL,
            jsonb_build_object('instansi_kerja', person.instansi_kerja), 'lain', FALSE),
           ('lokasi_kerja', e.lokasi_kerja, person.lokasi_kerja, NULL,
            jsonb_build_object('lokasi_kerja', person.lokasi_kerja), 'lain', FALSE),
           ('kpkn', e.kpkn, person.kpkn, NULL,
            jsonb_build_object('kpkn', person.kpkn), 'lain', FALSE),
           ('tmt_cpns', to_char(e.tmt_cpns, 'DD-MM-YYYY'),
            CASE WHEN NOT tmt_cpns_of_nip
                 THEN to_char(person.tmt_cpns, 'DD-MM-YYYY') END, NULL,
            jsonb_build_object('tmt_cpns', person.tmt_cpns), 'pensiun', FALSE),
           ('sk_cpns_nomor', e.sk_cpns_nomor, person.sk_cpns_nomor, NULL,
            jsonb_build_object('sk_cpns_nomor', person.sk_cpns_nomor), 'lain', FALSE),
           ('sk_cpns_tanggal', to_char(e.sk_cpns_tanggal, 'DD-MM-YYYY'),
            to_char(person.sk_cpns_tanggal, 'DD-MM-YYYY'), NULL,
            jsonb_build_object('sk_cpns_tanggal', person.sk_cpns_tanggal), 'lain', FALSE),
           ('tmt_pns', to_char(e.tmt_pns, 'DD-MM-YYYY'),
            to_char(person.tmt_pns, 'DD-MM-YYYY'), NULL,
            jsonb_build_object('tmt_pns', person.tmt_pns), 'pensiun', FALSE),
           ('sk_pns_nomor', e.sk_pns_nomor, person.sk_pns_nomor, NULL,
            jsonb_build_object('sk_pns_nomor', person.sk_pns_nomor), 'lain', FALSE),
           ('sk_pns_tanggal', to_char(e.sk_pns_tanggal, 'DD-MM-YYYY'),
            to_char(person.sk_pns_tanggal, 'DD-MM-YYYY'), NULL,
            jsonb_build_object('sk_pns_tanggal', person.sk_pns_tanggal), 'lain', FALSE),
           ('riwayat_pangkat',
            concat_ws(' · ', e_golongan.name, to_char(v.tmt_golongan, 'DD-MM-YYYY'),
                      CASE WHEN m.mkg_tahun IS NOT NULL AND v.tmt_mkg = v.tmt_golongan
                           THEN format('%%s-%%s', v.mkg_tahun, v.mkg_bulan) END),
            CASE WHEN person.golongan_id IS NOT NULL
                 THEN concat_ws(
                     ' · ', w_golongan.name, to_char(person.tmt_golongan, 'DD-MM-YYYY'),
                     CASE WHEN m.mkg_tahun IS NOT NULL
                          THEN format('%%s-%%s', m.mkg_tahun, m.mkg_bulan) END) END,
            person.golongan_id IS DISTINCT FROM v.golongan_id
                OR person.tmt_golongan <> v.tmt_golongan
                OR v.tmt_mkg = v.tmt_golongan
                   AND (m.mkg_tahun, m.mkg_bulan) <> (v.mkg_tahun, coalesce(v.mkg_bulan, 0)),
            jsonb_build_object(
                'golongan_id', person.golongan_id, 'tmt', person.tmt_golongan,
                'mkg_tahun', m.mkg_tahun, 'mkg_bulan', m.mkg_bulan,
                'family', golongan_family),
            CASE WHEN person.golongan_id = v.golongan_id
                      AND person.tmt_golongan = v.tmt_golongan THEN 'kgb' ELSE 'kp' END,
            FALSE),
           ('riwayat_golongan_awal',
            concat_ws(' · ', first.name, to_char(first.tmt, 'DD-MM-YYYY')),
            CASE WHEN w_awal.id IS NOT NULL
                 THEN concat_ws(' · ', w_awal.name, to_char(started.tmt, 'DD-MM-YYYY'))
                 END,
            person.golongan_awal_id <> coalesce(first.golongan_id, 0)
                AND coalesce(first.tmt >= started.tmt, started.tmt IS NOT NULL),
            jsonb_build_object(
                'golongan_id', person.golongan_awal_id, 'tmt', started.tmt,
                'family', golongan_awal_family),
            'kp', FALSE),
           ('riwayat_kgb', to_char(v.tmt_kgb_terakhir, 'DD-MM-YYYY'),
            to_char(person.tmt_kgb_terakhir, 'DD-MM-YYYY'),
            person.tmt_kgb_terakhir IS DISTINCT FROM v.tmt_kgb_terakhir,
            jsonb_build_object(
                'golongan_id', person.kgb_golongan_id, 'tmt', person.tmt_kgb_terakhir,
                'mkg_tahun', person.kgb_tahun,
                'mkg_bulan', CASE WHEN person.kgb_tahun IS NOT NULL THEN 0 END,
                'gaji', person.kgb_gaji),
            'kgb', TRUE),
           ('riwayat_jabatan',
            concat_ws(' · ', v.job_title, to_char(v.tmt_jabatan, 'DD-MM-YYYY')),
            CASE WHEN person.jabatan IS NOT NULL
                 THEN concat_ws(' · ', coalesce(w_post.name, person.jabatan),
                                to_char(person.tmt_jabatan, 'DD-MM-YYYY')) END,
            coalesce(person.jabatan_id <> v.jabatan_id,
                     regexp_replace(upper(person.jabatan), '\W', '', 'g')
                     IS DISTINCT FROM regexp_replace(upper(v.job_title), '\W', '', 'g'))
                OR person.tmt_jabatan IS DISTINCT FROM v.tmt_jabatan
                   AND person.tmt_jabatan IS NOT NULL,
            jsonb_build_object(
                'jabatan_id', person.jabatan_id, 'nama_jabatan', person.jabatan,
                'jenis', coalesce(w_post.jenis, person.jenis),
                'eselon_id', coalesce(w_post.eselon_id, person.eselon_id),
                'jenjang_id', w_post.jenjang_id,
                'unor_id', coalesce(person.unit_id, v.department_id),
                'tmt', person.tmt_jabatan),
            'pensiun', FALSE),
           ('riwayat_unit', e_unit.name, w_unit.name,
            person.unit_id <> v.department_id,
            jsonb_build_object('unor_id', person.unit_id, 'tmt', person.tmt_jabatan),
            'lain', FALSE),
           ('riwayat_pendidikan',
            concat_ws(' · ', e_level.singkatan, v.pendidikan, nullif(v.tahun_lulus, 0)),
            CASE WHEN person.tingkat_id IS NOT NULL
                 THEN concat_ws(' · ', w_level.singkatan, person.pendidikan,
                                nullif(person.tahun_lulus, 0)) END,
            person.tingkat_id IS DISTINCT FROM v.pendidikan_tingkat_id
                OR person.tahun_lulus <> v.tahun_lulus
                OR regexp_replace(upper(person.pendidikan), '\W', '', 'g')
                   <> regexp_replace(upper(v.pendidikan), '\W', '', 'g'),
            jsonb_build_object(
                'tingkat_id', person.tingkat_id, 'nama', person.pendidikan,
                'siasn_pendidikan', person.pendidikan_siasn_id,
                'sekolah', person.sekolah, 'tahun_lulus', person.tahun_lulus),
            'kp', FALSE),
           ('riwayat_status', e_position.name, w_position.name,
            person.kedudukan_hukum_id IS DISTINCT FROM v.kedudukan_hukum_id,
            jsonb_build_object('kedudukan_hukum_id', person.kedudukan_hukum_id),
            'pensiun', FALSE)
           ) AS d (field, left_text, right_text, differs, vals, effect, restricted)
     WHERE coalesce(d.right_text, '') <> ''
       AND CASE WHEN d.differs IS NULL AND d.field NOT LIKE 'riwayat%%'
                THEN regexp_replace(upper(coalesce(d.left_text, '')), '\W', '', 'g')
                     <> regexp_replace(upper(d.right_text), '\W', '', 'g')
                ELSE coalesce(d.differs, FALSE) END
), decided AS (
    SELECT DISTINCT ON (employee_id, field, said) earlier.*
      FROM (SELECT employee_id, field, state, reason, decided_by_id, decided_at, id,
                   regexp_replace(upper(right_text), '\W', '', 'g') AS said
              FROM sikda_selisih
             WHERE state <> 'open' AND decided_before IS NOT TRUE) AS earlier
     ORDER BY employee_id, field, said, decided_at DESC, id DESC
)
INSERT INTO sikda_selisih (
    load_id, employee_id, unit_id, field, left_text, right_text, vals, effect,
    restricted, urgent, rank, state, reason, decided_by_id, decided_at, decided_before,
    create_uid, create_date
)
SELECT %(load)s, e_id, unit_id, told.field, nullif(left_text, ''), right_text, vals, effect,
       restricted, due.urgent,
       CASE effect WHEN 'pensiun' THEN 1 WHEN 'kp' THEN 2 WHEN 'kgb' THEN 3 ELSE 4 END
           + CASE WHEN due.urgent THEN 0 ELSE 10 END,
       coalesce(decided.state, 'open'), decided.reason, decided.decided_by_id,
       decided.decided_at, decided.state IS NOT NULL, %(uid)s, %(now)s
  FROM told
  LEFT JOIN decided
         ON decided.employee_id = told.e_id AND decided.field = told.field
        AND decided.said = regexp_replace(upper(told.right_text), '\W', '', 'g')
        AND decided.state = 'accepted_left'
  LEFT JOIN (SELECT employee_id, kind FROM (%(due)s) AS due GROUP BY 1, 2) AS soon
         ON soon.employee_id = told.e_id AND soon.kind = told.effect
 CROSS JOIN LATERAL (SELECT soon.kind IS NOT NULL AS urgent) AS due
