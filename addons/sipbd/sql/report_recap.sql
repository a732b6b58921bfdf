-- Rows of a recap, and last what they must add up to, in one reading of the register.
-- held: what units or codes hold; form: rows with their position, made of held;
-- columns: those of the form; sums: the same for the last row, made of held.
WITH held AS MATERIALIZED (
%(held)s
), form AS (
%(form)s
)
SELECT 1 AS part, form.position AS position, %(columns)s FROM form
 UNION ALL
SELECT 2, 0, %(sums)s FROM held
 ORDER BY part, position
