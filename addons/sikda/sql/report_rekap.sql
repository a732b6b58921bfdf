-- A recap: one row per unit just below the reported one, with zeros if nobody works in
-- it, and one for the reported unit itself, or a closed one, if somebody did.
-- people: report_asn; counts: count(*) FILTER (...) AS name, ...; columns: those of the
-- form; tree: the units; parts: condition on part; which: condition on listed.
SELECT %(columns)s
  FROM (SELECT row_number() OVER (ORDER BY part.parent_path <> %(chosen_path)s,
                                           part.code, part.id) AS nomor,
               part.name AS unit, counted.*
          FROM %(tree)s part
          LEFT JOIN (
               SELECT listed.part_id, %(counts)s
                 FROM (%(people)s) listed
                WHERE %(which)s
                GROUP BY listed.part_id) counted ON counted.part_id = part.id
         WHERE counted.part_id IS NOT NULL OR %(parts)s
       ) form
 ORDER BY nomor
