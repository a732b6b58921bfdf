-- What came to and what left the whole of the reported units and goods in a span:
-- an act that moves goods from one place of the whole to another is neither.
-- legs: report_mutation_legs.sql.
SELECT coalesce(sum(greatest(nilai, 0)), 0)::text,
       coalesce(sum(greatest(jumlah, 0)), 0)::text,
       coalesce(sum(greatest(-nilai, 0)), 0)::text,
       coalesce(sum(greatest(-jumlah, 0)), 0)::text
  FROM (SELECT sum(leg.nilai) AS nilai, sum(leg.jumlah) AS jumlah
          FROM (%(legs)s) leg
         GROUP BY leg.asset_id, leg.act_date, leg.act_kind, leg.act_number) act
