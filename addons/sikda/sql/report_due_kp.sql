-- Usul KP: people with the promotion to come, the period in which it is proposed and
-- what stands in its way.
-- people: report_asn; due: due_kp; codes, texts: what the codes are called in a list;
-- next: first period on or after the date; months: their names.
SELECT people.*, due.tmt AS tmt_hak, period.tmt AS tmt_baru,
       'Periode ' || extract(day FROM period.tmt) || ' '
           || (%(months)s)[extract(month FROM period.tmt)::int] || ' '
           || extract(year FROM period.tmt) AS periode,
       golongan.name AS golongan_baru, jenis.name AS jenis_kp,
       CASE WHEN cardinality(due.findings) = 0 THEN 'Memenuhi' ELSE 'Belum' END AS syarat,
       coalesce((SELECT string_agg(coalesce(named.text, found.code), '; '
                                   ORDER BY found.place)
                   FROM unnest(due.findings) WITH ORDINALITY found(code, place)
                   LEFT JOIN unnest(%(codes)s, %(texts)s) named(code, text)
                          ON named.code = found.code),
                'memenuhi syarat menurut data') AS keterangan
  FROM (%(due)s) due
  JOIN (%(people)s) people ON people.employee_id = due.employee_id
  -- who might have risen before is proposed for the next period
 CROSS JOIN LATERAL (SELECT greatest(due.tmt, %(next)s) AS tmt) period
  LEFT JOIN sikda_golongan golongan ON golongan.id = due.golongan_id
  LEFT JOIN sikda_referensi jenis ON jenis.kind = 'jenis_kp' AND jenis.code = due.code
