-- Assets that stand otherwise to depreciation than in the period before without an
-- entry: the policy has changed, or a life has become known. The rules compute them.
-- What has its remaining life already goes on without the table of lives.
-- codes, komptabels, standings: arrays of one length, what holds now.
WITH restood AS (
    SELECT figure.asset_id
      FROM unnest(
               %(codes)s::integer[], %(komptabels)s::text[], %(standings)s::text[]
           ) AS now (code_id, komptabel, standing)
      JOIN sipbd_period_figure AS figure
        ON figure.code_id = now.code_id AND figure.komptabel = now.komptabel
     WHERE figure.period_id = %(previous)s AND figure.status <> now.standing
       AND NOT (figure.status = 'susut' AND now.standing = 'tanpa_masa')
), replaced AS (
    DELETE FROM sipbd_touched USING restood
     WHERE sipbd_touched.asset_id = restood.asset_id
)
INSERT INTO sipbd_touched (asset_id, by_rules) SELECT asset_id, TRUE FROM restood
