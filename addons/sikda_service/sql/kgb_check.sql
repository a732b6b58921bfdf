-- Lines of proposals beside what the register says of their people now, but those whom
-- somebody has left out of the decision.
-- found: table of kgb_found of these people; usul: the proposals that are checked.
SELECT line.id AS line_id, line.usul_id, line.employee_id, line.nama, line.nip, line.tmt,
       line.golongan_id, line.mkg_tahun * 12 + coalesce(line.mkg_bulan, 0) AS mkg,
       line.gaji_lama, line.gaji,
       CASE WHEN line.alasan_tetap <> '' THEN line.codes END AS told,
       coalesce(now.asn_aktif, FALSE) AS serving,
       coalesce(unit.parent_path LIKE top.parent_path || '%%', FALSE) AS here,
       found.employee_id IS NOT NULL AS is_due, found.tmt AS now_tmt,
       found.golongan_id AS now_golongan_id,
       found.mkg_tahun * 12 + found.mkg_bulan AS now_mkg,
       found.gaji_lama AS now_gaji_lama, found.gaji AS now_gaji,
       coalesce(found.codes, '{}') AS codes, found.rincian
  FROM sikda_kgb_usul_line line
  JOIN sikda_kgb_usul usul ON usul.id = line.usul_id
  JOIN hr_department top ON top.id = usul.unit_id
  JOIN hr_employee e ON e.id = line.employee_id
  JOIN hr_version now ON now.id = e.current_version_id
  LEFT JOIN hr_department unit ON unit.id = e.unit_id
  LEFT JOIN %(found)s found ON found.employee_id = line.employee_id
 WHERE line.usul_id = ANY(%(usul)s) AND line.kecuali_id IS NULL
 ORDER BY line.usul_id, line.nama, line.id
