-- Punishments of level sedang and berat that were not revoked, with the days they run:
-- twin of rules/disiplin.py served. rows: condition on r.employee_id.
SELECT r.employee_id, r.tmt AS first,
       coalesce(r.tmt_akhir,
                CASE WHEN jenis.duration_months > 0
                     THEN (r.tmt + make_interval(months => jenis.duration_months))::date - 1
                END,
                r.tmt) AS last
  FROM sikda_riwayat_hukdis r
  JOIN sikda_jenis_hukdis jenis ON jenis.id = r.jenis_id
 WHERE jenis.level IN ('sedang', 'berat') AND r.tmt IS NOT NULL
   AND coalesce(r.batal_nomor, '') = '' AND %(rows)s
   AND %(stands)s
