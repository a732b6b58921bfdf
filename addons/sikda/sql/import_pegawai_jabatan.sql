-- Present posts of the people of a load. The name of the file is kept where it is not
-- that of the catalogue.
INSERT INTO sikda_riwayat_jabatan (
    employee_id, tmt, jabatan_id, nama_jabatan, jenis, eselon_id, jenjang_id, unor_id,
    penugasan, source, verified, import_load_id, create_uid, create_date, write_date
)
SELECT person.new_id, person.tmt_jabatan, person.jabatan_id,
       CASE WHEN upper(post.name) IS DISTINCT FROM upper(person.jabatan)
            THEN person.jabatan END,
       coalesce(post.jenis, person.jenis), coalesce(post.eselon_id, person.eselon_id),
       post.jenjang_id, person.unit_id, 'D',
       %(source)s, FALSE, %(load)s, %(uid)s, %(now)s, %(now)s
  FROM %(people)s AS person
  LEFT JOIN sikda_jabatan AS post ON post.id = person.jabatan_id
 WHERE person.jabatan IS NOT NULL AND person.tmt_jabatan IS NOT NULL
