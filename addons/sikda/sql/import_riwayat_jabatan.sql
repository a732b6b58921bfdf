-- Posts of a load of histories. wanted: rows that are to be taken.
INSERT INTO sikda_riwayat_jabatan (
    employee_id, tmt, sk_nomor, sk_tanggal, jabatan_id, nama_jabatan, jenis, eselon_id,
    jenjang_id, unor_id, penugasan, source, verified, import_load_id, create_uid, create_date,
    write_date
)
SELECT work.employee_id, work.tmt, work.sk_nomor, work.sk_tanggal, work.jabatan_id,
       CASE WHEN work.jabatan_id IS NULL
            THEN coalesce(work.jabatan, work.jabatan_code) END,
       post.jenis, post.eselon_id, post.jenjang_id, work.unor_id, 'D',
       %(source)s, FALSE, %(load)s, %(uid)s, %(now)s, %(now)s
  FROM (%(wanted)s) AS work
  LEFT JOIN sikda_jabatan AS post ON post.id = work.jabatan_id
 WHERE work.history = 'jabatan' AND work.tmt IS NOT NULL
   AND coalesce(work.jabatan, work.jabatan_code) IS NOT NULL
