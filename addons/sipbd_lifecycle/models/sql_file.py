from odoo.tools import SQL

from odoo.addons.pemda_base.statements import statement

#: The asset of ``line``: the first of the primary key from its id on.
ASSET = SQL("(SELECT * FROM sipbd_asset WHERE id >= line.asset_id ORDER BY id LIMIT 1)")


def sql_file(name, /, **values):
    """A statement of ``sipbd_lifecycle/sql`` with its named values filled in.

    Lines, holds and entries are often asked for by the transaction that wrote them.
    Statistics gathered meanwhile promise one row, and a join goes through thousands of
    them once for each of thousands. So statements go from a line to what belongs to it
    by ``LATERAL (SELECT ... OFFSET 0)``, which leaves no way but an index, to its asset
    by ``%(asset)s``, and an UPDATE of lines by sub-selects.

    :param values: literals, or :class:`odoo.tools.SQL` for pieces of the statement
    """
    return statement("sipbd_lifecycle", name, **{"asset": ASSET, **values})
