-- Condition on a person: whoever works, was entered or ever had a row of unit or post in
-- some units. Whoever was there on a day is among these, and few others are.
-- person: the column; tree: the units; units: condition on unit.
%(person)s IN (
    SELECT held.employee_id
      FROM (SELECT employee_id, unor_id FROM sikda_riwayat_unit
             UNION ALL
            SELECT employee_id, unor_id FROM sikda_riwayat_jabatan
             UNION ALL
            SELECT id, unit_id FROM hr_employee) held
      JOIN %(tree)s unit ON unit.id = held.unor_id
     WHERE %(units)s)
