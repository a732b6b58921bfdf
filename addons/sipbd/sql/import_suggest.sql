-- The five codes whose names are most like the name in the file, for codes that are
-- not in the list. Within the KIB of the sheet; likely places go first.
-- sources: the texts of the questions; samples: a name that stands beside them;
-- prefixes: beginning of the likely codes. Both ways in have an index: trigrams of
-- the name, and the code from "prefix." up to "prefix/", the sign after the dot.
SELECT asked.source,
       jsonb_agg(
           jsonb_build_object('id', found.id, 'name', found.code || ' ' || found.name)
           ORDER BY found.likeness DESC, found.code
       )
  FROM unnest(
           %(sources)s::text[], %(samples)s::text[], %(kibs)s::text[],
           %(prefixes)s::text[]
       ) AS asked (source, sample, kib, prefix)
 CROSS JOIN LATERAL (
      SELECT id, code, name,
             similarity(name, asked.sample)
             + 0.5 * word_similarity(asked.sample, name)
             + CASE WHEN starts_with(code, asked.prefix || '.') THEN 0.2 ELSE 0 END
             AS likeness
        FROM sipbd_kode
       WHERE level = 7 AND active AND kib <> 'SEDIA'
         AND (asked.kib = '' OR kib = asked.kib)
         AND (
             name %% asked.sample
             OR asked.sample <%% name
             OR (code ~>=~ (asked.prefix || '.') AND code ~<~ (asked.prefix || '/'))
         )
       ORDER BY likeness DESC, code
       LIMIT 5
  ) AS found
 GROUP BY asked.source
