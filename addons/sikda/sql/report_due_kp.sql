-- Usul KP: people with the promotion to come and what stands in its way.
-- people: report_asn; due: due_kp; codes, texts: what the codes are called in a list.
SELECT people.*, due.tmt AS tmt_baru, golongan.name AS golongan_baru, jenis.name AS jenis_kp,
       coalesce((SELECT string_agg(named.text, '; ' ORDER BY found.place)
                   FROM unnest(due.findings) WITH ORDINALITY found(code, place)
                   JOIN unnest(%(codes)s::text[], %(texts)s::text[]) named(code, text)
                     ON named.code = found.code),
                'memenuhi syarat menurut data') AS keterangan
  FROM (%(due)s) due
  JOIN (%(people)s) people ON people.employee_id = due.employee_id
  LEFT JOIN sikda_golongan golongan ON golongan.id = due.golongan_id
  LEFT JOIN sikda_referensi jenis ON jenis.kind = 'jenis_kp' AND jenis.code = due.code
