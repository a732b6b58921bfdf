-- How many people a list has to have, without what only describes them.
-- state: asn_state at the date; units, which: conditions.
SELECT count(*)
  FROM (%(people)s) listed
 WHERE %(which)s
