-- Whoever is due or would be and does not stand in the proposal, and why.
-- found: table of kgb_found; usul: proposals.
INSERT INTO sikda_kgb_usul_lain (
    usul_id, employee_id, nama, nip, unit_id, golongan_id, tmt, kode, codes, rincian,
    create_uid, write_uid, create_date, write_date
)
SELECT left_out.usul_id, employee_id, nama, nip, unit_id, golongan_id, tmt, codes[1],
       array_to_string(codes, ' '), rincian,
       %(uid)s, %(uid)s, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
  FROM (SELECT DISTINCT ON (found.employee_id) usul.id AS usul_id, found.*
          FROM %(found)s found
          JOIN hr_department unit ON unit.id = found.unit_id
          JOIN sikda_kgb_usul usul ON usul.id = ANY(%(usul)s)
          JOIN hr_department top ON top.id = usul.unit_id
                                AND unit.parent_path LIKE top.parent_path || '%%'
         ORDER BY found.employee_id, length(top.parent_path) DESC, usul.id) left_out
 WHERE codes <> '{}'
   AND NOT EXISTS (SELECT FROM sikda_kgb_usul_line line
                    WHERE line.usul_id = left_out.usul_id
                      AND line.employee_id = left_out.employee_id)
   AND NOT EXISTS (SELECT FROM sikda_kgb_usul_lain lain
                    WHERE lain.usul_id = left_out.usul_id
                      AND lain.employee_id = left_out.employee_id)
