-- The state of people with what lists print of them besides.
-- state: asn_state at the date.
SELECT state.*, coalesce(state.unit_id, e.unit_id) AS seat_id,
       e.nama_gelar AS nama, e.nip, e.birthday, e.tempat_lahir, now.sex,
       e.agama_id, e.status_kawin_id, e.tmt_cpns
  FROM (%(state)s) state
  JOIN hr_employee e ON e.id = state.employee_id
  JOIN hr_version now ON now.id = e.current_version_id
