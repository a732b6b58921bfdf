from . import (
    append_only,
    hr_department,
    hr_department_print,
    hr_employee,
    ir_http,
    ir_rule,
    pemda_numbering,
    pemda_office,
    pemda_office_holder,
    pemda_unit_kind,
    res_company,
    res_users,
)
