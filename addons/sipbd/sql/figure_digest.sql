-- The figures of a period as text, in order: what its hash is made of.
COPY (
    SELECT asset_id, unit_id, code_id, komptabel, kondisi, room_id, holder_id, register,
           tanggal_perolehan, tahun_perolehan, jumlah, nilai, akumulasi, beban,
           koreksi, sisa, dasar, masa, status
      FROM sipbd_period_figure
     WHERE period_id = %(period)s
     ORDER BY asset_id
) TO STDOUT
