from functools import cache

from odoo.tools import SQL
from odoo.tools.misc import file_open


def sql_file(name, **values):
    """Statement of a file in ``sipbd_lifecycle/sql`` with its named values filled in.

    :param values: literals, or :class:`odoo.tools.SQL` for pieces of the statement
    """
    return SQL(_text(name), **values)


@cache
def _text(name):
    with file_open(f"sipbd_lifecycle/sql/{name}.sql") as statement:
        return statement.read()
