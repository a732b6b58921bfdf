-- How many rows a form has.
SELECT count(*) FROM (%(form)s) form
