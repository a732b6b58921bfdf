-- The rises of approved proposals become rows of the history, and each line knows its
-- row. Every line has the number of its letter by now, and one person has one. Whoever
-- was left out of the decision gets nothing.
-- usul: approved proposals; signed: by whom, per proposal.
WITH booked AS (
    INSERT INTO sikda_riwayat_kgb (
        employee_id, tmt, sk_nomor, sk_tanggal, pejabat, golongan_id, mkg_tahun,
        mkg_bulan, gaji_lama, gaji, dasar, source, verified, verified_by_id,
        verified_at, create_uid, write_uid, create_date, write_date
    )
    SELECT line.employee_id, line.tmt, line.surat_nomor, usul.date, signed.pejabat,
           line.golongan_id, line.mkg_tahun, coalesce(line.mkg_bulan, 0), line.gaji_lama, line.gaji, 'kgb',
           'layanan', TRUE, %(uid)s, now() AT TIME ZONE 'UTC', %(uid)s, %(uid)s,
           now() AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC'
      FROM sikda_kgb_usul_line line
      JOIN sikda_kgb_usul usul ON usul.id = line.usul_id
      JOIN unnest(%(usul)s::int[], %(pejabat)s::text[]) AS signed (usul_id, pejabat)
        ON signed.usul_id = usul.id
     WHERE line.kecuali_id IS NULL
    RETURNING id, employee_id, tmt
)
UPDATE sikda_kgb_usul_line line
   SET riwayat_id = booked.id
  FROM booked
 WHERE line.usul_id = ANY(%(usul)s) AND line.employee_id = booked.employee_id
   AND line.tmt = booked.tmt AND line.kecuali_id IS NULL
