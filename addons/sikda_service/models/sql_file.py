from odoo.tools import SQL
from odoo.tools.misc import file_open


def sql_file(name, **values):
    """Statement of a file in ``sikda_service/sql`` with its named values filled in.

    :param values: literals, or :class:`odoo.tools.SQL` for pieces of the statement
    """
    with file_open(f"sikda_service/sql/{name}.sql") as statement:
        return SQL(statement.read(), **values)
