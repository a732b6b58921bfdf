-- What the file says of people takes the place of what the register said, one field.
-- column, type: of hr_employee; field: of the difference; ids: differences.
UPDATE hr_employee AS e
   SET %(column)s = (told.vals ->> %(field)s)::%(type)s,
       write_uid = %(uid)s, write_date = %(now)s
  FROM sikda_selisih AS told
 WHERE told.id = ANY(%(ids)s) AND told.field = %(field)s AND e.id = told.employee_id
