-- What a recap must add up to, straight from the people of the list, and how many rows
-- it has to have.
SELECT (SELECT count(*) FROM hr_department part WHERE %(parts)s)
           + (bool_or(listed.part_id = %(chosen)s) IS TRUE)::int,
       %(counts)s
  FROM (%(people)s) listed
 WHERE %(which)s
