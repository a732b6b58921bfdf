-- Agreements of the PPPK of a load, as far as a list of people tells: golongan and
-- begin. The end stays open until the agreement itself is entered.
INSERT INTO sikda_riwayat_perjanjian (
    employee_id, tmt, golongan_id, paruh_waktu, mkg_tahun, mkg_bulan, sk_nomor,
    sk_tanggal, source, verified, import_load_id, create_uid, create_date, write_date
)
SELECT new_id, coalesce(tmt_golongan, tmt_cpns), golongan_id, status_asn = 'pppk_pw',
       CASE WHEN layout = ANY(%(mkg_layouts)s) AND mkg_tahun BETWEEN 0 AND 60
            THEN mkg_tahun END,
       CASE WHEN layout = ANY(%(mkg_layouts)s) AND mkg_bulan BETWEEN 0 AND 11
            THEN mkg_bulan END,
       sk_cpns_nomor, sk_cpns_tanggal,
       %(source)s, FALSE, %(load)s, %(uid)s, %(now)s, %(now)s
  FROM %(people)s
 WHERE golongan_family = 'pppk' AND coalesce(tmt_golongan, tmt_cpns) IS NOT NULL
