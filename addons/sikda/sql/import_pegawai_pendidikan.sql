-- Last education of the people of a load; it counts from the end of its year.
INSERT INTO sikda_riwayat_pendidikan (
    employee_id, tmt, tingkat_id, nama, siasn_pendidikan, sekolah, tahun_lulus,
    source, verified, import_load_id, create_uid, create_date, write_date
)
SELECT new_id, make_date(tahun_lulus, 12, 31), tingkat_id, pendidikan,
       pendidikan_siasn_id, sekolah, coalesce(tahun_lulus, 0),
       %(source)s, FALSE, %(load)s, %(uid)s, %(now)s, %(now)s
  FROM %(people)s
 WHERE tingkat_id IS NOT NULL
   AND (tahun_lulus IS NULL OR tahun_lulus BETWEEN 1940 AND 2100)
