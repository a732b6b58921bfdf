-- Last KGB of the people of a load, as far as a list of people tells: its TMT. Masa kerja
-- and pay are those of the step that it must have been, or open until the SK is entered.
INSERT INTO sikda_riwayat_kgb (
    employee_id, tmt, golongan_id, mkg_tahun, mkg_bulan, gaji, dasar,
    source, verified, import_load_id, create_uid, create_date, write_date
)
SELECT new_id, tmt_kgb_terakhir, kgb_golongan_id, kgb_tahun,
       CASE WHEN kgb_tahun IS NOT NULL THEN 0 END, kgb_gaji, 'kgb',
       %(source)s, FALSE, %(load)s, %(uid)s, %(now)s, %(now)s
  FROM %(people)s
 WHERE tmt_kgb_terakhir IS NOT NULL
