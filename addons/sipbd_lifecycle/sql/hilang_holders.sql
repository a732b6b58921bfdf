-- Custodian and numbers of lost goods as the register has them, into the lines.
-- documents: ids.
UPDATE sipbd_hilang_line line
   SET (holder_id, holder_name, holder_nip, nomor_polisi, nomor_rangka, nomor_mesin) = (
       SELECT asset.holder_id, person.name, person.nip, asset.nomor_polisi,
              asset.nomor_rangka, asset.nomor_mesin
         FROM %(asset)s asset
         LEFT JOIN hr_employee person ON person.id = asset.holder_id)
 WHERE line.document_id = ANY(%(documents)s)
   AND EXISTS (
       SELECT
         FROM %(asset)s asset
         LEFT JOIN hr_employee person ON person.id = asset.holder_id
        WHERE (line.holder_id, line.holder_name, line.holder_nip, line.nomor_polisi,
               line.nomor_rangka, line.nomor_mesin) IS DISTINCT FROM
              (asset.holder_id, person.name, person.nip, asset.nomor_polisi,
               asset.nomor_rangka, asset.nomor_mesin))
