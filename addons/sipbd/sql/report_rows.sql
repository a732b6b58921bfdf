-- Rows of a form: the label of the unit first if they are grouped, then its columns.
SELECT %(columns)s FROM (%(register)s) register ORDER BY register.nomor
