-- Assets that stand otherwise to depreciation than in the period before without an
-- entry: the policy has changed, or a life has become known. The rules compute them.
-- What has its remaining life already goes on without the table of lives.
-- codes, komptabels, standings: arrays of one length, what holds now.
INSERT INTO sipbd_touched (asset_id, by_rules)
SELECT figure.asset_id, TRUE
  FROM unnest(
           %(codes)s::integer[], %(komptabels)s::text[], %(standings)s::text[]
       ) AS now (code_id, komptabel, standing)
  JOIN sipbd_period_figure AS figure
    ON figure.code_id = now.code_id AND figure.komptabel = now.komptabel
 WHERE figure.period_id = %(previous)s AND figure.status <> now.standing
   AND NOT (figure.status = 'susut' AND now.standing = 'tanpa_masa')
   AND NOT EXISTS (
       SELECT FROM sipbd_touched AS touched
        WHERE touched.asset_id = figure.asset_id AND touched.by_rules
   )
