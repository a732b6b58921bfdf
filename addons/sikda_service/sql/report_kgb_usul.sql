-- Daftar penjagaan KGB with what has become of each rise on the day of the list.
-- people: the list; until: the day.
SELECT listed.*, proposed.text AS usul
  FROM (%(people)s) listed
  LEFT JOIN LATERAL (
       SELECT CASE WHEN usul.state = 'approved' AND usul.date <= %(until)s
                   THEN 'disetujui, ' || line.surat_nomor
                   ELSE 'diajukan ' || to_char(sent.day, 'DD-MM-YYYY') END AS text
         FROM sikda_kgb_usul_line line
         JOIN sikda_kgb_usul usul ON usul.id = line.usul_id
         JOIN pemda_approval_request request ON request.id = usul.request_id
        CROSS JOIN LATERAL (
              SELECT (request.submitted_at AT TIME ZONE 'UTC'
                      AT TIME ZONE %(zone)s)::date AS day) sent
        WHERE line.employee_id = listed.employee_id AND coalesce(line.tmt_awal, line.tmt) = listed.tmt_baru
          AND usul.state IN ('running', 'returned', 'approved')
          AND line.batal_id IS NULL AND line.kecuali_id IS NULL
          AND sent.day <= %(until)s
        ORDER BY usul.id DESC LIMIT 1) proposed ON TRUE
