-- What the register says of goods now. akumulasi: of the last period that was computed
-- for them, with its last day; where there is none, what their entries brought along.
-- goods: query of them; today: day.
SELECT asset.id AS asset_id, asset.nibar, asset.kode_register, asset.register,
       kode.code AS kode, asset.name, asset.merk_type, asset.tahun_perolehan,
       asset.jumlah, asset.satuan, asset.nilai_perolehan AS nilai, asset.kondisi,
       asset.unit_id AS from_unit_id,
       coalesce(figure.akumulasi, worn.akumulasi, 0) AS akumulasi,
       asset.nilai_perolehan - coalesce(figure.akumulasi, worn.akumulasi, 0) AS buku,
       figure.date_to AS akumulasi_per
  FROM %(goods)s asset
  JOIN sipbd_kode kode ON kode.id = asset.code_id
  LEFT JOIN LATERAL (
       SELECT stood.akumulasi, period.date_to
         FROM sipbd_period period
         JOIN sipbd_period_figure stood
           ON stood.period_id = period.id AND stood.asset_id = asset.id
        WHERE period.date_to <= %(today)s
        ORDER BY period.date_to DESC
        LIMIT 1) figure ON TRUE
  LEFT JOIN LATERAL (
       SELECT sum(entry.akumulasi) AS akumulasi
         FROM sipbd_entry entry
        WHERE entry.asset_id = asset.id) worn ON figure.akumulasi IS NULL
