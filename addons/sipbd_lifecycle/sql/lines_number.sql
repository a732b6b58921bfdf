-- Lines of documents numbered from one again, in the order in which they stand.
-- lines: table; documents: ids.
UPDATE %(lines)s AS line
   SET position = numbered.position
  FROM (SELECT id,
               row_number() OVER (PARTITION BY document_id
                                  ORDER BY position, id) AS position
          FROM %(lines)s
         WHERE document_id = ANY(%(documents)s)) AS numbered
 WHERE line.id = numbered.id
   AND line.position <> numbered.position
