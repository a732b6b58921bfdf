-- Columns that describe an asset in the forms, of sipbd_asset asset and of the
-- sipbd_kode kode under which it stands.
-- register, tahun: its register number and year, of the asset or frozen.
kode.code AS kode,
kode.kib,
coalesce(asset.name, kode.name) AS nama,
coalesce(nullif(%(register)s, ''), asset.register_lama) AS register,
nullif(%(tahun)s, 0) AS tahun,
coalesce(nullif(asset.asal_usul, ''),
         CASE asset.cara_perolehan
             WHEN '0101' THEN 'Pengadaan APBD'
             WHEN '0102' THEN 'Hibah/Sumbangan'
             WHEN '0103' THEN 'Perjanjian/Kontrak'
             WHEN '0104' THEN 'Ketentuan Peraturan'
             WHEN '0105' THEN 'Putusan Pengadilan'
             WHEN '0106' THEN 'Divestasi'
             WHEN '0107' THEN 'Hasil Inventarisasi'
             WHEN '0108' THEN 'Tukar Menukar'
             WHEN '0109' THEN 'Pembatalan Penghapusan'
             ELSE 'Lainnya' END) AS asal_usul,
CASE WHEN asset.rt_rw > '' THEN concat(asset.letak, ' RT/RW ', asset.rt_rw)
     ELSE asset.letak END AS letak,
CASE WHEN asset.bertingkat = 'ya' THEN 'Bertingkat'
     WHEN asset.bertingkat = 'tidak' THEN 'Tidak'
     -- a card that says how many floors there are
     WHEN asset.jumlah_lantai > 1 THEN 'Bertingkat'
     WHEN asset.jumlah_lantai = 1 THEN 'Tidak' END AS bertingkat,
CASE asset.beton WHEN 'ya' THEN 'Beton' WHEN 'tidak' THEN 'Tidak' END AS beton,
nullif(asset.luas, 0) AS luas,
nullif(asset.luas_lantai, 0) AS luas_lantai,
nullif(asset.luas_tanah, 0) AS luas_tanah,
nullif(asset.panjang_km, 0) AS panjang_km,
nullif(asset.lebar_m, 0) AS lebar_m,
asset.nibar, asset.kode_register, asset.satuan, asset.keterangan,
nullif(asset.jumlah_roda, 0) AS jumlah_roda,
asset.hak, asset.tanggal_sertifikat, asset.nomor_sertifikat, asset.penggunaan,
asset.merk_type, asset.ukuran_cc, asset.bahan, asset.nomor_pabrik,
asset.nomor_rangka, asset.nomor_mesin, asset.nomor_polisi, asset.nomor_bpkb,
asset.tanggal_dokumen, asset.nomor_dokumen, asset.status_tanah,
asset.kode_tanah, asset.konstruksi, asset.judul_pencipta, asset.spesifikasi,
asset.asal_daerah, asset.pencipta, asset.jenis_hewan, asset.ukuran_hewan,
asset.bangunan, asset.tanggal_mulai,
concat_ws(' / ', nullif(asset.nomor_sertifikat, ''),
          nullif(asset.nomor_pabrik, ''), nullif(asset.nomor_rangka, ''),
          nullif(asset.nomor_mesin, '')) AS nomor_nomor,
coalesce(nullif(asset.ukuran_cc, ''), nullif(asset.konstruksi, ''),
         asset.bangunan, asset.ukuran_hewan) AS ukuran
