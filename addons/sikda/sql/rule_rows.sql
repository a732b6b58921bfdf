-- Parameters as rules/parameters.py takes them: the dated ones, and what stands in the
-- code lists of the register, which are in force as long as they stand there.
SELECT name, coalesce(key, ''), value, date_from, date_to, legal_basis,
       coalesce(confirmed, FALSE)
  FROM sikda_parameter
 UNION ALL
SELECT list.name, list.key, list.value, DATE '1945-08-17', NULL,
       coalesce(list.legal_basis, ''), TRUE
  FROM (SELECT 'eselon.golongan' AS name, eselon.code AS key,
               lowest.name || ' ' || highest.name AS value, eselon.legal_basis
          FROM sikda_eselon eselon
          JOIN sikda_golongan lowest ON lowest.id = eselon.golongan_min_id
          JOIN sikda_golongan highest ON highest.id = eselon.golongan_max_id
         UNION ALL
        SELECT 'bup.eselon', code, bup::text, legal_basis
          FROM sikda_eselon WHERE bup > 0
         UNION ALL
        SELECT 'jenjang.golongan', jenjang.code, lowest.name || ' ' || highest.name,
               jenjang.legal_basis
          FROM sikda_jenjang jenjang
          JOIN sikda_golongan lowest ON lowest.id = jenjang.golongan_min_id
          JOIN sikda_golongan highest ON highest.id = jenjang.golongan_max_id
         UNION ALL
        SELECT 'bup.jenjang', code, bup::text, legal_basis
          FROM sikda_jenjang WHERE bup > 0
         UNION ALL
        SELECT 'ak.koefisien', code, ak_koefisien::text, legal_basis
          FROM sikda_jenjang WHERE ak_koefisien > 0
         UNION ALL
        SELECT 'kp.reguler.maksimum', tingkat.code, top.name, tingkat.legal_basis
          FROM sikda_pendidikan_tingkat tingkat
          JOIN sikda_golongan top ON top.id = tingkat.kp_max_id
         UNION ALL
        SELECT 'duk.pendidikan', code, rank::text, 'PP 15/1979; SE BAKN 03/SE/1980'
          FROM sikda_pendidikan_tingkat
         UNION ALL
        SELECT 'disiplin.lama', code, duration_months::text, legal_basis
          FROM sikda_jenis_hukdis WHERE duration_months > 0
         UNION ALL
        SELECT 'duk.kedudukan', code, 'ya', 'PP 15/1979; SE BAKN 03/SE/1980'
          FROM sikda_kedudukan_hukum WHERE in_duk) list
