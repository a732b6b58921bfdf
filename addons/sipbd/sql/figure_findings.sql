-- Findings that last, of assets that the rules did not compute in this period.
-- figures, findings: tables; kinds: array of those kinds.
INSERT INTO %(findings)s (
    period_id, asset_id, unit_id, code_id, kind, blocking
)
SELECT figure.period_id, figure.asset_id, figure.unit_id, figure.code_id,
       earlier.kind, earlier.blocking
  FROM sipbd_period_finding AS earlier
  JOIN %(figures)s AS figure
    ON figure.period_id = %(period)s AND figure.asset_id = earlier.asset_id
 WHERE earlier.period_id = %(previous)s AND earlier.kind = ANY(%(kinds)s)
   AND NOT EXISTS (
       SELECT FROM sipbd_touched
        WHERE by_rules AND sipbd_touched.asset_id = earlier.asset_id
   )
