-- Custodian and numbers of lost goods as the register has them, into the lines.
-- documents: ids.
UPDATE sipbd_hilang_line line
   SET holder_id = facts.holder_id,
       holder_name = facts.holder_name,
       holder_nip = facts.holder_nip,
       nomor_polisi = facts.nomor_polisi,
       nomor_rangka = facts.nomor_rangka,
       nomor_mesin = facts.nomor_mesin
  FROM (SELECT asset.id, asset.holder_id, person.name AS holder_name,
               person.nip AS holder_nip, asset.nomor_polisi, asset.nomor_rangka,
               asset.nomor_mesin
          FROM sipbd_asset asset
          LEFT JOIN hr_employee person ON person.id = asset.holder_id) facts
 WHERE line.document_id = ANY(%(documents)s) AND facts.id = line.asset_id
   AND (line.holder_id, line.holder_name, line.holder_nip, line.nomor_polisi,
        line.nomor_rangka, line.nomor_mesin) IS DISTINCT FROM
       (facts.holder_id, facts.holder_name, facts.holder_nip, facts.nomor_polisi,
        facts.nomor_rangka, facts.nomor_mesin)
