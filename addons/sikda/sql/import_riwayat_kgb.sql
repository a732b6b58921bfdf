-- Pay steps of a load of histories. wanted: rows that are to be taken.
INSERT INTO sikda_riwayat_kgb (
    employee_id, tmt, sk_nomor, sk_tanggal, golongan_id, mkg_tahun, mkg_bulan, gaji,
    dasar, source, verified, import_load_id, create_uid, create_date, write_date
)
SELECT employee_id, tmt, sk_nomor, sk_tanggal, golongan_id, mkg_tahun, mkg_bulan,
       gaji::integer, 'kgb',
       %(source)s, FALSE, %(load)s, %(uid)s, %(now)s, %(now)s
  FROM (%(wanted)s) AS work
 WHERE history = 'kgb' AND gaji BETWEEN 1 AND 999999999
   AND mkg_tahun BETWEEN 0 AND 60 AND mkg_bulan BETWEEN 0 AND 11
