-- Letters of which the rise cannot be taken back as it was given: it was corrected by
-- hand, or a later KGB rests on it.
-- lines: the letters.
SELECT line.id, line.nama,
       CASE WHEN r.replaced_by_id IS NOT NULL THEN 'corrected' ELSE 'later' END AS why
  FROM sikda_kgb_usul_line line
  JOIN sikda_riwayat_kgb r ON r.id = line.riwayat_id
 WHERE line.id = ANY(%(lines)s)
   AND (r.replaced_by_id IS NOT NULL
        OR EXISTS (SELECT FROM sikda_riwayat_kgb later
                    WHERE later.employee_id = line.employee_id AND later.tmt > r.tmt
                      AND later.replaced_by_id IS NULL))
 ORDER BY line.nama, line.id
