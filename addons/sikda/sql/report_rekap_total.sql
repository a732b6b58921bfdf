-- What a recap must add up to, straight from the people of the list, and how many rows
-- it has to have.
SELECT (SELECT count(*) FROM %(tree)s part WHERE %(parts)s)
           + count(DISTINCT listed.part_id) FILTER (WHERE listed.part_id NOT IN (
                 SELECT part.id FROM %(tree)s part WHERE %(parts)s)),
       %(counts)s
  FROM (%(people)s) listed
 WHERE %(which)s
