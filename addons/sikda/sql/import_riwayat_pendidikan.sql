-- Education of a load of histories. wanted: rows that are to be taken.
INSERT INTO sikda_riwayat_pendidikan (
    employee_id, tmt, tingkat_id, nama, sekolah, tahun_lulus, tanggal_lulus, ijazah,
    gelar_depan, gelar_belakang, is_first, source, verified, import_load_id,
    create_uid, create_date, write_date
)
SELECT employee_id, tmt, tingkat_id, pendidikan, sekolah,
       coalesce(tahun_lulus, date_part('year', tanggal_lulus), 0), tanggal_lulus,
       nomor_ijazah, gelar_depan, gelar_belakang,
       lower(pendidikan_cpns) IN ('1', 'y', 'ya', 'true'),
       %(source)s, FALSE, %(load)s, %(uid)s, %(now)s, %(now)s
  FROM (%(wanted)s) AS work
 WHERE history = 'pendidikan' AND tingkat_id IS NOT NULL
