-- Status of the people of a load where it does not follow from TMT CPNS and TMT PNS, and
-- legal positions other than active. Lists do not say since when: since today.
-- active: the legal position "Aktif".
INSERT INTO sikda_riwayat_status (
    employee_id, tmt, status_asn, kedudukan_hukum_id, keterangan,
    source, verified, import_load_id, create_uid, create_date, write_date
)
SELECT new_id, %(today)s, told.status_asn, told.kedudukan_hukum_id, %(note)s,
       %(source)s, FALSE, %(load)s, %(uid)s, %(now)s, %(now)s
  FROM %(people)s
 CROSS JOIN LATERAL (
       SELECT CASE WHEN status_asn = 'pppk_pw'
                        OR status_asn = 'pppk'
                           AND coalesce(golongan_family, '') <> 'pppk'
                        OR status_asn = 'pns' AND tmt_pns IS NULL
                        OR status_asn = 'cpns' AND tmt_cpns IS NULL
                   THEN status_asn END AS status_asn,
              nullif(kedudukan_hukum_id, %(active)s) AS kedudukan_hukum_id
       ) AS told
 WHERE told.status_asn IS NOT NULL OR told.kedudukan_hukum_id IS NOT NULL
