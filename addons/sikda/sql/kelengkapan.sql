-- Documents that should be in the digital file of people, and which are.
-- people: condition on hr_employee e; rows: the same on r.employee_id; scanned:
-- (employee_id, history) of the scans on rows of histories.
WITH ada AS (
     SELECT r.employee_id, r.jenis_id
       FROM sikda_riwayat_dokumen r
      WHERE r.scan_name IS NOT NULL AND r.replaced_by_id IS NULL
        AND %(rows)s
      UNION
     SELECT scanned.employee_id, jenis.id
       FROM (%(scanned)s) scanned
       JOIN sikda_dokumen_jenis jenis ON jenis.history = scanned.history
)
SELECT e.id,
       count(*)::integer AS wajib,
       (count(*) FILTER (WHERE file.employee_id IS NOT NULL))::integer AS ada,
       string_agg(jenis.name, ', ' ORDER BY jenis.sequence, jenis.name)
           FILTER (WHERE file.employee_id IS NULL) AS kurang
  FROM hr_employee e
  JOIN hr_version version ON version.id = e.current_version_id
  JOIN sikda_dokumen_syarat syarat
    ON syarat.active AND syarat.status_asn = version.status_asn
   AND (syarat.jenis_jabatan IS NULL OR syarat.jenis_jabatan = version.jenis_jabatan)
  JOIN sikda_dokumen_jenis jenis ON jenis.id = syarat.jenis_id AND jenis.active
  LEFT JOIN ada file
    ON file.employee_id = e.id AND file.jenis_id = jenis.id
 WHERE %(people)s
 GROUP BY e.id
