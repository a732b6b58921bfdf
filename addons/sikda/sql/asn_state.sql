-- State of people at the end of a day from their histories, one row per person.
-- until: the day; people: condition on hr_employee e; rows: the same on r.employee_id.
-- A row stands when no correction replaced it and it was verified or came from outside.
-- Plt, Plh, Pj and further duties (penugasan other than D) are no post of the person.
SELECT e.id AS employee_id,
       state.status_asn,
       kedudukan.id AS kedudukan_hukum_id,
       state.status_asn IS NOT NULL
           AND coalesce(kedudukan.in_lists, FALSE)
           AND coalesce(pindah.arah, 'masuk') = 'masuk'
           AND datang.employee_id IS NULL AS asn_aktif,
       pangkat.golongan_id,
       pangkat.tmt AS tmt_golongan,
       masa.mkg_tahun,
       masa.mkg_bulan,
       masa.tmt AS tmt_mkg,
       jabatan.jabatan_id,
       jabatan.nama_jabatan,
       jabatan.jenis AS jenis_jabatan,
       jabatan.eselon_id,
       jabatan.jenjang_id,
       jabatan.tmt AS tmt_jabatan,
       unit.unor_id AS unit_id,
       unit.tmt AS tmt_unit,
       pendidikan.tingkat_id AS pendidikan_tingkat_id,
       pendidikan.nama AS pendidikan,
       pendidikan.tahun_lulus,
       gaji.gaji AS gaji_pokok,
       kgb.tmt AS tmt_kgb_terakhir,
       bup.bup,
       (date_trunc('month', e.birthday) + make_interval(years => bup.bup, months => 1)
       )::date AS tmt_pensiun
  FROM hr_employee e
  LEFT JOIN (
       SELECT DISTINCT ON (r.employee_id) r.employee_id, r.status_asn
         FROM sikda_riwayat_status r
        WHERE r.tmt <= %(until)s AND r.status_asn IS NOT NULL AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, r.tmt DESC, r.id DESC
       ) status ON status.employee_id = e.id
  LEFT JOIN (
       -- Legal positions, begin and end of CLTN, and discharges in one row of time.
       SELECT DISTINCT ON (r.employee_id) r.employee_id, r.kedudukan_hukum_id
         FROM (SELECT id, employee_id, tmt, kedudukan_hukum_id, replaced_by_id, verified,
                      source
                 FROM sikda_riwayat_status
                UNION ALL
               SELECT id, employee_id, tmt, kedudukan_hukum_id, replaced_by_id, verified,
                      source
                 FROM sikda_riwayat_pemberhentian
                UNION ALL
               SELECT cltn.id, cltn.employee_id, begun.tmt, code.id, cltn.replaced_by_id,
                      cltn.verified, cltn.source
                 FROM sikda_riwayat_cltn cltn
                CROSS JOIN LATERAL (VALUES
                      (cltn.tmt, '02'),
                      (coalesce(cltn.tanggal_aktif, cltn.tmt_akhir + 1), '01')
                      ) begun(tmt, code)
                 JOIN sikda_kedudukan_hukum code ON code.code = begun.code
              ) r
        WHERE r.tmt <= %(until)s AND r.kedudukan_hukum_id IS NOT NULL AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, r.tmt DESC, r.id DESC
       ) posisi ON posisi.employee_id = e.id
  LEFT JOIN (
       SELECT DISTINCT ON (r.employee_id) r.employee_id, r.arah
         FROM sikda_riwayat_pindah r
        WHERE r.tmt <= %(until)s AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, r.tmt DESC, r.id DESC
       ) pindah ON pindah.employee_id = e.id
  LEFT JOIN (
       -- Whose first move is still to come and leads hither was not here yet.
       SELECT r.employee_id
         FROM sikda_riwayat_pindah r
        WHERE %(rows)s
          AND %(stands)s
        GROUP BY r.employee_id
       HAVING min(r.tmt) > %(until)s
          AND (array_agg(r.arah ORDER BY r.tmt, r.id))[1] = 'masuk'
       ) datang ON datang.employee_id = e.id
  LEFT JOIN (
       SELECT DISTINCT ON (r.employee_id) r.employee_id, r.golongan_id, r.tmt
         FROM (SELECT id, employee_id, tmt, golongan_id, replaced_by_id, verified, source
                 FROM sikda_riwayat_pangkat
                UNION ALL
               SELECT id, employee_id, tmt, golongan_id, replaced_by_id, verified, source
                 FROM sikda_riwayat_perjanjian
              ) r
        WHERE r.tmt <= %(until)s AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, r.tmt DESC, r.id DESC
       ) pangkat ON pangkat.employee_id = e.id
  LEFT JOIN (
       -- Masa kerja golongan as the latest SK states it.
       SELECT DISTINCT ON (r.employee_id) r.employee_id, r.mkg_tahun, r.mkg_bulan, r.tmt
         FROM (SELECT id, employee_id, tmt, mkg_tahun, mkg_bulan, replaced_by_id,
                      verified, source
                 FROM sikda_riwayat_pangkat
                UNION ALL
               SELECT id, employee_id, tmt, mkg_tahun, mkg_bulan, replaced_by_id,
                      verified, source
                 FROM sikda_riwayat_kgb
                UNION ALL
               SELECT id, employee_id, tmt, nullif(mkg_tahun, 0), mkg_bulan,
                      replaced_by_id, verified, source
                 FROM sikda_riwayat_pmk
                UNION ALL
               SELECT id, employee_id, tmt, mkg_tahun, mkg_bulan, replaced_by_id,
                      verified, source
                 FROM sikda_riwayat_perjanjian
              ) r
        WHERE r.tmt <= %(until)s AND r.mkg_tahun IS NOT NULL AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, r.tmt DESC, r.mkg_tahun DESC, r.mkg_bulan DESC, r.id DESC
       ) masa ON masa.employee_id = e.id
  LEFT JOIN (
       SELECT DISTINCT ON (r.employee_id) r.employee_id, r.gaji
         FROM (SELECT id, employee_id, tmt, gaji, replaced_by_id, verified, source
                 FROM sikda_riwayat_pangkat
                UNION ALL
               SELECT id, employee_id, tmt, gaji, replaced_by_id, verified, source
                 FROM sikda_riwayat_kgb
                UNION ALL
               SELECT id, employee_id, tmt, gaji, replaced_by_id, verified, source
                 FROM sikda_riwayat_pmk
                UNION ALL
               SELECT id, employee_id, tmt, gaji, replaced_by_id, verified, source
                 FROM sikda_riwayat_perjanjian
              ) r
        WHERE r.tmt <= %(until)s AND r.gaji > 0 AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, r.tmt DESC, r.gaji DESC
       ) gaji ON gaji.employee_id = e.id
  LEFT JOIN (
       SELECT r.employee_id, max(r.tmt) AS tmt
         FROM sikda_riwayat_kgb r
        WHERE r.tmt <= %(until)s AND %(rows)s
          AND %(stands)s
        GROUP BY r.employee_id
       ) kgb ON kgb.employee_id = e.id
  LEFT JOIN (
       SELECT latest.employee_id, latest.jabatan_id, latest.tmt,
              coalesce(latest.nama_jabatan, post.name) AS nama_jabatan,
              coalesce(latest.jenis, post.jenis) AS jenis,
              coalesce(latest.eselon_id, post.eselon_id) AS eselon_id,
              coalesce(latest.jenjang_id, post.jenjang_id) AS jenjang_id
         FROM (SELECT DISTINCT ON (r.employee_id)
                      r.employee_id, r.jabatan_id, r.nama_jabatan, r.jenis, r.eselon_id,
                      r.jenjang_id, r.tmt, r.tmt_akhir
                 FROM sikda_riwayat_jabatan r
                WHERE r.tmt <= %(until)s AND r.penugasan = 'D' AND %(rows)s
                  AND %(stands)s
                ORDER BY r.employee_id, r.tmt DESC, r.id DESC) latest
         LEFT JOIN sikda_jabatan post ON post.id = latest.jabatan_id
        WHERE latest.tmt_akhir IS NULL OR latest.tmt_akhir >= %(until)s
       ) jabatan ON jabatan.employee_id = e.id
  LEFT JOIN (
       SELECT DISTINCT ON (r.employee_id) r.employee_id, r.unor_id, r.tmt
         FROM (SELECT id, employee_id, tmt, unor_id, replaced_by_id, verified, source
                 FROM sikda_riwayat_unit
                UNION ALL
               SELECT id, employee_id, tmt, unor_id, replaced_by_id, verified, source
                 FROM sikda_riwayat_jabatan
                WHERE penugasan = 'D'
              ) r
        WHERE r.tmt <= %(until)s AND r.unor_id IS NOT NULL AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, r.tmt DESC, r.id DESC
       ) unit ON unit.employee_id = e.id
  LEFT JOIN (
       -- The highest education, by level and then by date.
       SELECT DISTINCT ON (r.employee_id)
              r.employee_id, r.tingkat_id, r.nama, r.tahun_lulus
         FROM sikda_riwayat_pendidikan r
         JOIN sikda_pendidikan_tingkat tingkat ON tingkat.id = r.tingkat_id
        CROSS JOIN LATERAL (
              SELECT coalesce(r.tmt, r.tanggal_lulus,
                              make_date(nullif(r.tahun_lulus, 0), 12, 31),
                              '-infinity') AS since
              ) counted
        WHERE counted.since <= %(until)s AND %(rows)s
          AND %(stands)s
        ORDER BY r.employee_id, tingkat.rank DESC, counted.since DESC, r.id DESC
       ) pendidikan ON pendidikan.employee_id = e.id
 CROSS JOIN LATERAL (
       SELECT coalesce(
                  status.status_asn,
                  CASE WHEN e.ni_kind = 'nipppk' AND pangkat.tmt IS NOT NULL THEN 'pppk'
                       WHEN e.tmt_pns <= %(until)s THEN 'pns'
                       WHEN e.tmt_cpns <= %(until)s THEN 'cpns' END
              ) AS status_asn
       ) state
  LEFT JOIN sikda_jabatan post ON post.id = jabatan.jabatan_id
  LEFT JOIN sikda_eselon eselon ON eselon.id = jabatan.eselon_id
  LEFT JOIN sikda_jenjang jenjang ON jenjang.id = jabatan.jenjang_id
 CROSS JOIN LATERAL (
       SELECT CASE WHEN state.status_asn IS NOT NULL
                   THEN coalesce(nullif(post.bup, 0), nullif(eselon.bup, 0),
                                 nullif(jenjang.bup, 0), %(bup_default)s) END AS bup
       ) bup
  LEFT JOIN sikda_kedudukan_hukum kedudukan
         ON kedudukan.id = coalesce(
                posisi.kedudukan_hukum_id,
                CASE WHEN state.status_asn IS NOT NULL
                     THEN (SELECT id FROM sikda_kedudukan_hukum WHERE code = '01') END)
 WHERE %(people)s
