-- Whom decisions on proposals do not cover, and why.
-- requests: ids of requests.
SELECT usul.request_id, concat_ws(', ', kecuali.nama, kecuali.nip),
       concat_ws(' ', kecuali.sebab, '–', kecuali.alasan)
  FROM sikda_kgb_usul usul
  JOIN sikda_kgb_usul_line line ON line.usul_id = usul.id
  JOIN sikda_kgb_usul_kecuali kecuali ON kecuali.id = line.kecuali_id
 WHERE usul.request_id = ANY(%(requests)s)
 ORDER BY usul.request_id, kecuali.id
