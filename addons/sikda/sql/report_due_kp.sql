-- Usul KP: people with the promotion to come, the period in which it is proposed and
-- what stands in its way.
-- people: report_asn; due: due_kp; codes, texts: what the codes are called in a list;
-- next: first period on or after the date; months: their names; rule: parameters in
-- force. The new basic pay is that of the table in force on the new TMT, by the masa kerja
-- of that day: the move to another group takes the years that rules/masa_kerja.py says.
SELECT people.*, due.tmt AS tmt_hak, period.tmt AS tmt_baru,
       'Periode ' || extract(day FROM period.tmt) || ' '
           || (%(months)s)[extract(month FROM period.tmt)::int] || ' '
           || extract(year FROM period.tmt) AS periode,
       golongan.name AS golongan_baru, jenis.name AS jenis_kp,
       people.gaji_pokok AS gaji_lama, pay.amount AS gaji_baru,
       served.months / 12 AS mk_tahun_baru, served.months %% 12 AS mk_bulan_baru,
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
  LEFT JOIN (%(rule)s) border
         ON border.name = 'mk.potongan'
        AND border.key = split_part(people.golongan, '/', 1) || '>'
                         || split_part(golongan.name, '/', 1)
 CROSS JOIN LATERAL (
       SELECT greatest(0, people.months - coalesce(border.value::int, 0) * 12
                   + greatest(0, sikda_whole_months(people.tmt_mkg, period.tmt))
                   - greatest(0, sikda_whole_months(people.tmt_mkg, %(until)s)))
              AS months) served
  LEFT JOIN LATERAL (
       SELECT cell.amount
         FROM sikda_gaji cell
        WHERE cell.golongan_id = due.golongan_id AND cell.date_from <= period.tmt
          AND coalesce(cell.date_to, 'infinity') >= period.tmt
        ORDER BY cell.date_from DESC, cell.mkg <= served.months / 12 DESC,
                 abs(cell.mkg - served.months / 12)
        LIMIT 1) pay ON TRUE
