-- Trainings of a load: of the people that it made and of those who were there before.
-- trainings: see import_pegawai_training.sql; people: see import_pegawai_people.sql.
INSERT INTO sikda_riwayat_diklat (
    employee_id, jenis, latihan_id, nama, jam, tahun, source, verified, import_load_id,
    create_uid, create_date, write_date
)
SELECT coalesce(line.employee_id, person.new_id), line.latihan_jenis, line.latihan_id,
       line.latihan, line.jam_latihan, line.tahun_latihan, %(source)s, FALSE, %(load)s,
       %(uid)s, %(now)s, %(now)s
  FROM (%(trainings)s) AS line
  LEFT JOIN %(people)s AS person ON person.row_id = line.row_id
 WHERE coalesce(line.employee_id, person.new_id) IS NOT NULL
