-- The items as assets; columns of their KIB as far as people look for them.
-- nibar, kode_register: queries of the numbers (id, number).
INSERT INTO sipbd_asset (
    id, create_uid, create_date, write_uid, write_date, state, nibar, kode_register,
    register, register_lama, code_id, kib, name, unit_id, tanggal_perolehan,
    tahun_perolehan, cara_perolehan, asal_usul, jumlah, satuan, nilai_perolehan,
    kondisi, komptabel, pemilik, keterangan, merk_type, ukuran_cc, bahan,
    nomor_pabrik, nomor_rangka, nomor_mesin, nomor_polisi, nomor_bpkb, letak, luas,
    hak, nomor_sertifikat, konstruksi, judul_pencipta
)
SELECT id, %(uid)s, now(), %(uid)s, now(), state, nibar.number,
       kode_register.number, right(kode_register.number, 6),
       lpad((item.number %% 1000)::text, 4, '0'), code_id, kib, name, unit_id, tanggal, tahun, cara,
       (ARRAY['APBD', 'DAK', 'BOS', 'Hibah'])[1 + item.number %% 4],
       CASE state WHEN 'aktif' THEN 1 ELSE 0 END,
       (ARRAY['Buah', 'Unit', 'Set'])[1 + item.number %% 3],
       CASE state WHEN 'aktif' THEN nilai ELSE 0 END, kondisi, komptabel, pemilik,
       CASE WHEN item.number %% 10 = 0 THEN 'Sesuai berita acara ' || item.number END,
       CASE WHEN kib = 'B' THEN
           (ARRAY['Toyota Avanza', 'Honda Supra X', 'Yamaha Vega', 'Lenovo Thinkpad',
                  'Acer Aspire', 'Epson L3110', 'Canon LBP', 'Olympic', 'Futura',
                  'Panasonic', 'Sharp', 'Daikin', 'Lokal', 'Brother', 'Mitsubishi L300',
                  'Suzuki Carry', 'Asus', 'HP', 'Krisbow', 'Chitose'])[1 + item.number %% 20]
           || ' ' || item.number %% 90 END,
       CASE WHEN kind = 'vehicle' THEN (100 + item.number %% 2400)::text END,
       CASE WHEN kib = 'B' THEN (ARRAY['Besi', 'Kayu', 'Plastik', 'Campuran'])[1 + item.number %% 4] END,
       CASE WHEN kib = 'B' AND item.number %% 3 = 0 THEN 'SN' || upper(left(md5(id::text), 10)) END,
       CASE WHEN kind = 'vehicle' THEN 'MH' || upper(left(md5('r' || id), 15)) END,
       CASE WHEN kind = 'vehicle' THEN upper(left(md5('m' || id), 12)) END,
       CASE WHEN kind = 'vehicle' THEN
           'N ' || item.number || ' ' || chr(65 + (id %% 26)::int) || 'P' END,
       CASE WHEN kind = 'vehicle' THEN lpad((id * 7919 %% 10000000)::text, 8, '0') END,
       CASE WHEN kib IN ('A', 'C', 'D') THEN 'Jl. Raya No. ' || item.number END,
       CASE WHEN kib IN ('A', 'C', 'D') THEN item.number END,
       CASE kib WHEN 'A' THEN 'Hak Pakai' END,
       CASE kib WHEN 'A' THEN '12.' || item.number || '.4.00001' END,
       CASE kib WHEN 'D' THEN 'Aspal' END,
       CASE kib WHEN 'E' THEN name || ' Jilid ' || item.number %% 12 END
  FROM bench_item item
  JOIN (%(nibar)s) nibar USING (id)
  JOIN (%(kode_register)s) kode_register USING (id)
 ORDER BY id;

SELECT setval('sipbd_asset_id_seq', (SELECT max(id) FROM sipbd_asset))
