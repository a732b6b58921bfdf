-- Goods whose custodian serves in another OPD than the one that they belong to.
SELECT asset.id
  FROM sipbd_asset asset
  JOIN hr_employee person ON person.id = asset.holder_id
  JOIN hr_version version ON version.id = person.current_version_id
  JOIN hr_department serves ON serves.id = version.department_id
  JOIN hr_department unit ON unit.id = asset.unit_id
 WHERE asset.state = 'aktif' AND serves.opd_id <> unit.opd_id
