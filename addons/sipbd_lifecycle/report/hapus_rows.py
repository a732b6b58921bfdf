"""Goods of a document as its lists print them."""

from decimal import Decimal

from odoo.tools import SQL

from odoo.addons.sipbd.models.sql_file import sql_file as sipbd_sql

from ..models.sql_file import sql_file


def rows_of_goods(document):
    """The fifteen cells of Buku Inventaris for each of the goods.

    Values are those of the document, descriptions those of the register; whoever asks
    has checked that the document may be read.
    """
    cr = document.env.cr
    document.env.flush_all()
    cr.execute(
        sql_file(
            "hapus_goods",
            lines=SQL.identifier(document.line_ids._table),
            document=document.id,
            description=sipbd_sql(
                "report_description",
                register=SQL("line.register"),
                tahun=SQL("line.tahun_perolehan"),
            ),
        )
    )
    for number, (*said, jumlah, nilai, unit) in enumerate(cr.fetchall(), 1):
        yield (number, *said, Decimal(jumlah), Decimal(nilai), unit)
