from functools import partial

from odoo.addons.pemda_base.statements import statement

#: ``sql_file(name, **values)``: a statement of ``sikda/sql``
sql_file = partial(statement, "sikda")
