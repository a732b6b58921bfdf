-- Takes into proposals whoever nothing stands against, and whom a reason lifts over it.
-- found: table of kgb_found; usul: proposals; liftable: codes that a reason lifts;
-- people, reasons: whom the OPD proposes in spite of them, and why. Whoever was taken out
-- of a proposal stays out. People belong to the nearest proposal above their unit.
INSERT INTO sikda_kgb_usul_line (
    usul_id, employee_id, nama, nip, tempat_lahir, tanggal_lahir, unit_id, status_asn,
    jabatan, golongan_id, tmt, tmt_awal, mkg_tahun, mkg_bulan, gaji_lama, gaji, tmt_berikut, dasar_gaji,
    tmt_dasar, mkg_dasar_tahun, mkg_dasar_bulan, sk_jenis, sk_pejabat, sk_nomor,
    sk_tanggal, sk_tmt, sk_mkg_tahun, sk_mkg_bulan, codes, alasan_tetap,
    create_uid, write_uid, create_date, write_date
)
SELECT taken.usul_id, employee_id, nama, nip, tempat_lahir, tanggal_lahir, unit_id,
       status_asn, jabatan, golongan_id, tmt, tmt_awal, mkg_tahun, mkg_bulan, gaji_lama, gaji, tmt_berikut,
       dasar_gaji, tmt_dasar, mkg_dasar_tahun, mkg_dasar_bulan, sk_jenis, sk_pejabat,
       sk_nomor, sk_tanggal, sk_tmt, sk_mkg_tahun, sk_mkg_bulan,
       nullif(array_to_string(codes, ' '), ''),
       CASE WHEN codes <> '{}' OR tunda_bulan > 0 THEN taken.reason END,
       %(uid)s, %(uid)s, now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
  FROM (SELECT DISTINCT ON (found.employee_id)
               usul.id AS usul_id, lifted.reason, found.*
          FROM %(found)s found
          JOIN hr_department unit ON unit.id = found.unit_id
          JOIN sikda_kgb_usul usul ON usul.id = ANY(%(usul)s)
          JOIN hr_department top ON top.id = usul.unit_id
                                AND unit.parent_path LIKE top.parent_path || '%%'
          LEFT JOIN unnest(%(people)s::int[], %(reasons)s::text[])
                    AS lifted (employee_id, reason)
                 ON lifted.employee_id = found.employee_id
         ORDER BY found.employee_id, length(top.parent_path) DESC, usul.id) taken
 WHERE (codes = '{}' OR codes <@ %(liftable)s::text[] AND taken.reason <> '')
   AND NOT EXISTS (SELECT FROM sikda_kgb_usul_line line
                    WHERE line.usul_id = taken.usul_id
                      AND line.employee_id = taken.employee_id)
   AND NOT EXISTS (SELECT FROM sikda_kgb_usul_lain lain
                    WHERE lain.usul_id = taken.usul_id
                      AND lain.employee_id = taken.employee_id)
