-- Lines of documents numbered from one again, in the order in which they stand.
-- lines: table; documents: ids.
WITH numbered AS MATERIALIZED (
    SELECT jsonb_object_agg(id, place) AS places
      FROM (SELECT id, row_number() OVER (PARTITION BY document_id
                                          ORDER BY position, id) AS place
              FROM %(lines)s
             WHERE document_id = ANY(%(documents)s)) AS ordered
)
UPDATE %(lines)s AS line
   SET position = ((SELECT places FROM numbered) -> line.id::text)::integer
 WHERE line.document_id = ANY(%(documents)s)
   AND line.position <> ((SELECT places FROM numbered) -> line.id::text)::integer
