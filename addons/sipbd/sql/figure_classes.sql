-- Codes and komptabel of the figures of a period: all of them, or only those under
-- which assets had no useful life.
-- findings: whether only those; no_life: kind of their findings.
SELECT DISTINCT figure.code_id, kode.code, figure.komptabel
  FROM sipbd_period_figure AS figure
  JOIN sipbd_kode AS kode ON kode.id = figure.code_id
 WHERE figure.period_id = %(previous)s
   AND (NOT %(findings)s OR figure.asset_id IN (
       SELECT asset_id FROM sipbd_period_finding
        WHERE period_id = %(previous)s AND kind = %(no_life)s
   ))
