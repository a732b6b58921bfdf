-- Numbers of vehicles and machines as the register has them, into lines of custody.
-- documents: ids.
UPDATE sipbd_pakai_line line
   SET (nomor_polisi, nomor_rangka, nomor_mesin) = (
       SELECT asset.nomor_polisi, asset.nomor_rangka, asset.nomor_mesin
         FROM %(asset)s asset)
 WHERE line.document_id = ANY(%(documents)s)
   AND EXISTS (
       SELECT
         FROM %(asset)s asset
        WHERE (line.nomor_polisi, line.nomor_rangka, line.nomor_mesin) IS DISTINCT FROM
              (asset.nomor_polisi, asset.nomor_rangka, asset.nomor_mesin))
