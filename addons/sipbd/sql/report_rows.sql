-- Rows of a form: the labels of its groups first, then its columns.
SELECT %(columns)s FROM (%(form)s) form ORDER BY form.position
