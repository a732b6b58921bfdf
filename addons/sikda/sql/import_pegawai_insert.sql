-- People of a load: resource, employee and version refer to each other and come in one
-- statement. What the ORM would set by default is given by hand; nobody has written
-- them since. nama_gelar is written as asn_project_employee.sql would, which then leaves
-- these people alone. people: see import_pegawai_people.sql.
WITH resource AS (
    INSERT INTO resource_resource (
        id, company_id, calendar_id, name, resource_type, tz, active, time_efficiency,
        create_uid, create_date, write_date
    )
    SELECT resource_id, %(company)s, %(calendar)s, name, 'user', %(tz)s, TRUE, 100,
           %(uid)s, %(now)s, %(now)s
      FROM %(people)s
), version AS (
    INSERT INTO hr_version (
        id, company_id, employee_id, department_id, sex, date_version, active,
        last_modified_uid, last_modified_date, address_id, resource_calendar_id,
        structure_type_id, hr_responsible_id, distance_home_work_unit, marital,
        employee_type, is_custom_job_title, is_flexible, is_fully_flexible,
        create_uid, create_date, write_date
    )
    SELECT version_id, %(company)s, new_id, unit_id, sex, %(today)s, TRUE,
           %(uid)s, %(now)s, %(address)s, %(calendar)s, %(structure)s, %(uid)s,
           'kilometers', 'single', 'employee', TRUE, FALSE, FALSE,
           %(uid)s, %(now)s, %(now)s
      FROM %(people)s
)
INSERT INTO hr_employee (
    id, resource_id, company_id, current_version_id, name, nama_gelar, legal_name,
    active, color,
    birthday_public_display, work_permit_scheduled_activity,
    birthday, nip, ni_kind, nip_lama, nik, nik_valid, gelar_depan, gelar_belakang,
    tempat_lahir, agama_id, status_kawin_id, alamat, hp, email_gov, npwp, bpjs,
    kartu_asn, kpkn, siasn_id, tmt_cpns, sk_cpns_nomor, sk_cpns_tanggal, tmt_pns,
    sk_pns_nomor, sk_pns_tanggal, jenis_pegawai_id, instansi_induk, instansi_kerja,
    lokasi_kerja, flag_ikd, unit_id, import_load_id, create_uid, create_date, write_date
)
SELECT new_id, resource_id, %(company)s, version_id, name,
       concat_ws(', ', nullif(concat_ws(' ', nullif(gelar_depan, ''), name), ''),
                 nullif(gelar_belakang, '')), name,
       TRUE, 0, FALSE, FALSE,
       birthday, nip, ni_kind,
       CASE WHEN length(nip_lama) = 9 THEN nip_lama END,
       CASE WHEN length(nik) = 16 THEN nik END, nik_valid, gelar_depan, gelar_belakang,
       tempat_lahir, agama_id, status_kawin_id, alamat, hp, email_gov, npwp, bpjs,
       karpeg, kpkn, siasn_id, tmt_cpns, sk_cpns_nomor, sk_cpns_tanggal, tmt_pns,
       sk_pns_nomor, sk_pns_tanggal, jenis_pegawai_id, instansi_induk, instansi_kerja,
       lokasi_kerja, flag_ikd, unit_id, %(load)s, %(uid)s, %(now)s, %(now)s
  FROM %(people)s
