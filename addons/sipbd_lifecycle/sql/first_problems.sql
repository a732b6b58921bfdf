-- Of what stands against goods of documents the first so many of each document, with
-- the number of all of them.
-- found: rows with document_id, position and problem, NULL where there is none; most.
SELECT *
  FROM (SELECT found.*,
               row_number() OVER (PARTITION BY document_id ORDER BY position) AS place,
               count(*) OVER (PARTITION BY document_id) AS problems
          FROM (%(found)s) AS found
         WHERE problem IS NOT NULL) AS numbered
 WHERE place <= %(most)s
 ORDER BY document_id, place
