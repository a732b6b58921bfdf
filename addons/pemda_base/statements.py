"""Statements that stand in files of their own, in the folder ``sql`` of an addon."""

from functools import cache

from odoo.tools import SQL
from odoo.tools.misc import file_open


def statement(addon, name, /, **values):
    """Statement of the file ``<addon>/sql/<name>.sql`` with its named values filled in.

    :param values: literals, or :class:`odoo.tools.SQL` for pieces of the statement
    """
    return SQL(_text(addon, name), **values)


@cache
def _text(addon, name):
    with file_open(f"{addon}/sql/{name}.sql") as text:
        return text.read()
