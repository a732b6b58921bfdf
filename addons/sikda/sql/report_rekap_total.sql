-- What a recap must add up to, straight from the people of the list, and how many rows
-- it has to have.
SELECT (SELECT count(*) FROM hr_department part WHERE %(parts)s)
           + count(DISTINCT listed.part_id) FILTER (WHERE listed.part_id NOT IN (
                 SELECT part.id FROM hr_department part WHERE %(parts)s)),
       %(counts)s
  FROM (%(people)s) listed
 WHERE %(which)s
