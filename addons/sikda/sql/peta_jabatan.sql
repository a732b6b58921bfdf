-- Needed and filled posts per unit, today: what the formasi asks against who holds the
-- post by the present state of people. Plt, Plh and Pj hold no post, so they are not in.
-- formasi: what is needed today; today: the day.
SELECT coalesce(formasi.id, -held.first_id) AS id,
       coalesce(formasi.unit_id, held.unit_id) AS unit_id,
       coalesce(formasi.jabatan_id, held.jabatan_id) AS jabatan_id,
       jabatan.jenis,
       jabatan.eselon_id,
       jabatan.kelas,
       coalesce(formasi.kebutuhan, 0) AS kebutuhan,
       coalesce(held.bezetting, 0) AS bezetting,
       coalesce(held.bezetting, 0) - coalesce(formasi.kebutuhan, 0) AS selisih,
       coalesce(held.pensiun_5, 0) AS pensiun_5,
       formasi.id IS NULL AS tanpa_formasi
  FROM (%(formasi)s) formasi
  FULL JOIN (
       SELECT version.department_id AS unit_id, version.jabatan_id,
              count(*)::integer AS bezetting, min(version.id) AS first_id,
              (count(*) FILTER (
                  WHERE version.tmt_pensiun < %(today)s + interval '5 years'
              ))::integer AS pensiun_5
         FROM hr_employee e
         JOIN hr_version version ON version.id = e.current_version_id
        WHERE e.active AND version.asn_aktif AND version.jabatan_id IS NOT NULL
          AND version.department_id IS NOT NULL
        GROUP BY version.department_id, version.jabatan_id
       ) held ON held.unit_id = formasi.unit_id AND held.jabatan_id = formasi.jabatan_id
  JOIN sikda_jabatan jabatan
    ON jabatan.id = coalesce(formasi.jabatan_id, held.jabatan_id)
