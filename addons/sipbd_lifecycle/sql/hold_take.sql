-- Goods of documents that are on their way now; what others hold stays with them.
-- lines: table of the lines; model, documents: whose.
INSERT INTO sipbd_lifecycle_hold (asset_id, res_model, res_id)
SELECT line.asset_id, %(model)s, line.document_id
  FROM %(lines)s line
 WHERE line.document_id = ANY(%(documents)s)
 ORDER BY line.asset_id
    ON CONFLICT (asset_id) DO NOTHING
