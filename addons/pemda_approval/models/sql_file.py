from functools import partial

from odoo.addons.pemda_base.statements import statement

#: ``sql_file(name, **values)``: a statement of ``pemda_approval/sql``
sql_file = partial(statement, "pemda_approval")
