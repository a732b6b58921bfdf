-- Rows of a list: numbered in its order; labels and columns are those of the list.
-- people: report_asn or what a list makes of it.
SELECT %(columns)s
  FROM (SELECT listed.*, row_number() OVER (ORDER BY %(order)s) AS nomor
          FROM (%(people)s) listed
         WHERE %(which)s) listed
 ORDER BY listed.nomor
