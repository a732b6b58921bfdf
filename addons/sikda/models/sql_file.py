from functools import partial

from odoo.tools import SQL

from odoo.addons.pemda_base.statements import statement

#: condition that a row ``r`` of a history counts, as its ``standing`` says: BKD has
#: verified it or it came from outside, and no other row has replaced it
STANDS = SQL("r.replaced_by_id IS NULL AND (r.verified OR r.source <> 'manual')")
#: ``sql_file(name, **values)``: a statement of ``sikda/sql``, with ``stands``
sql_file = partial(statement, "sikda", stands=STANDS)
