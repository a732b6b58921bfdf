from functools import partial

from odoo.addons.pemda_base.statements import statement

#: ``sql_file(name, **values)``: a statement of ``sipbd_lifecycle/sql``
sql_file = partial(statement, "sipbd_lifecycle")
