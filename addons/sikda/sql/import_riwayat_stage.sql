-- The staged rows of a load of histories with the people and records that they name; an
-- SK LAMA and an SK BARU in one row of a list are two. A working table of this
-- transaction.
-- rows: the rows of all tables, typed; posts, levels: what the texts of this load stand
-- for (arrays of one length); units: the same of the units of posts; scope: units that
-- the people may be in. today: the date of the pemda.
-- twin: the row repeats one before it in the file.
CREATE TEMPORARY TABLE %(work)s ON COMMIT DROP AS
WITH line AS (
    SELECT row.row_id, row.table_id, row.number, row.history, row.nip, row.nip_start,
           row.name, told.*, row.golongan, row.jabatan, row.jabatan_code, row.eselon,
           row.pendidikan, row.pendidikan_code, row.tingkat, row.sekolah,
           row.nomor_ijazah, row.gelar_depan, row.gelar_belakang,
           row.tahun_lulus::integer AS tahun_lulus, row.tanggal_lulus,
           row.pendidikan_cpns,
           CASE WHEN row.history = 'jabatan'
                     AND concat(row.unit_code, row.unit_name) <> ''
                THEN concat(row.unit_code, '|', row.unit_name) END AS unit_text
      FROM %(rows)s AS row
     CROSS JOIN LATERAL (VALUES
           ('', coalesce(row.tmt_jabatan, row.tanggal_lulus,
                         make_date(row.tahun_lulus::integer, 12, 31)),
            row.sk_nomor, row.sk_tanggal, NULL::text, NULL::numeric,
            row.history <> 'kgb'),
           ('lama', row.lama_tmt, row.lama_nomor, row.lama_tanggal,
            row.lama_masa_kerja, row.lama_gaji,
            row.history = 'kgb' AND row.lama_tmt IS NOT NULL),
           -- what is only watched has no SK yet
           ('baru', row.baru_tmt, row.baru_nomor, row.baru_tanggal,
            row.baru_masa_kerja, row.baru_gaji,
            row.history = 'kgb' AND row.baru_nomor IS NOT NULL
                AND row.baru_tmt IS NOT NULL)
           ) AS told (part, tmt, sk_nomor, sk_tanggal, masa_kerja, gaji, wanted)
     WHERE told.wanted
), found AS (
    SELECT line.*, employee.id AS employee_id,
           employee.unit_id = ANY(%(scope)s::integer[]) AS in_scope,
           post.id AS jabatan_id, level.id AS tingkat_id, golongan.id AS golongan_id,
           unit.id AS unor_id,
           line.tmt > %(today)s::date + 366 OR line.tmt < '1940-01-01' AS tmt_far,
           line.tmt < employee.birthday + interval '15 years'
               AND line.history <> 'pendidikan' AS tmt_too_early,
           substring(masa_kerja FROM '^\s*(\d{1,2})')::integer AS mkg_tahun,
           coalesce(substring(masa_kerja FROM '^\s*\d{1,2}\D+(\d{1,2})')::integer, 0)
               AS mkg_bulan
      FROM line
      LEFT JOIN hr_employee AS employee ON employee.nip = line.nip
      LEFT JOIN unnest(%(post_texts)s::text[], %(post_ids)s::integer[])
                AS post (text, id)
        ON post.text = coalesce(line.jabatan, line.jabatan_code)
      LEFT JOIN unnest(%(level_texts)s::text[], %(level_ids)s::integer[])
                AS level (text, id)
        ON level.text = coalesce(line.tingkat, line.pendidikan, line.pendidikan_code)
      LEFT JOIN unnest(%(unit_texts)s::text[], %(unit_ids)s::integer[])
                AS unit (text, id)
        ON unit.text = line.unit_text
      LEFT JOIN sikda_golongan AS golongan ON golongan.name = line.golongan
)
SELECT found.*,
       row_number() OVER (
           PARTITION BY employee_id, history, tmt, jabatan_id,
                        CASE WHEN jabatan_id IS NULL
                             THEN upper(coalesce(jabatan, jabatan_code)) END,
                        unor_id, tingkat_id, sekolah, gaji
           ORDER BY table_id, number
       ) > 1 AS twin
  FROM found
