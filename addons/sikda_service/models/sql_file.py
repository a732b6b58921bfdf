from functools import partial

from odoo.addons.pemda_base.statements import statement
from odoo.addons.sikda.models.sql_file import STANDS

#: ``sql_file(name, **values)``: a statement of ``sikda_service/sql``, with ``stands``
sql_file = partial(statement, "sikda_service", stands=STANDS)
