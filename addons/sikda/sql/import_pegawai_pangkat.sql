-- Ranks of the PNS of a load: that of the SK CPNS and the present one.
-- people: see import_pegawai_people.sql. mkg_layouts: layouts whose masa kerja is that of
-- the SK and not of the day of the list.
INSERT INTO sikda_riwayat_pangkat (
    employee_id, tmt, golongan_id, mkg_tahun, mkg_bulan, sk_nomor, sk_tanggal,
    source, verified, import_load_id, create_uid, create_date, write_date
)
SELECT new_id, rank.tmt, rank.golongan_id, rank.mkg_tahun, rank.mkg_bulan,
       rank.sk_nomor, rank.sk_tanggal, %(source)s, FALSE, %(load)s,
       %(uid)s, %(now)s, %(now)s
  FROM %(people)s AS person
 CROSS JOIN LATERAL (VALUES
       (golongan_awal_id, golongan_awal_family, tmt_cpns, NULL::integer, NULL::integer,
        sk_cpns_nomor, sk_cpns_tanggal,
        golongan_id IS DISTINCT FROM golongan_awal_id
            AND coalesce(tmt_golongan > tmt_cpns, TRUE)),
       (golongan_id, golongan_family, tmt_golongan,
        CASE WHEN layout = ANY(%(mkg_layouts)s) AND mkg_tahun BETWEEN 0 AND 60
                  AND coalesce(mkg_bulan, 0) BETWEEN 0 AND 11 THEN mkg_tahun END,
        CASE WHEN layout = ANY(%(mkg_layouts)s) AND mkg_tahun BETWEEN 0 AND 60
                  AND mkg_bulan BETWEEN 0 AND 11 THEN mkg_bulan END,
        NULL::text, NULL::date, TRUE)
       ) AS rank (golongan_id, family, tmt, mkg_tahun, mkg_bulan, sk_nomor, sk_tanggal,
                  wanted)
 WHERE rank.wanted AND rank.family = 'pns' AND rank.tmt IS NOT NULL
