-- Parents and paths of all codes from the codes themselves.
WITH RECURSIVE tree AS (
    SELECT id, code, NULL::integer AS parent_id, id || '/' AS parent_path
      FROM sipbd_kode
     WHERE level = 1
     UNION ALL
    SELECT child.id, child.code, tree.id, tree.parent_path || child.id || '/'
      FROM tree
      JOIN sipbd_kode child
        ON child.level > 1
       AND substring(child.code from '^(.*)[.][^.]*$') = tree.code
)
UPDATE sipbd_kode kode
   SET parent_id = tree.parent_id, parent_path = tree.parent_path
  FROM tree
 WHERE tree.id = kode.id
   AND (kode.parent_id, kode.parent_path)
       IS DISTINCT FROM (tree.parent_id, tree.parent_path)
