import csv
import io

import xlsxwriter

from odoo import api, models
from odoo.exceptions import AccessError
from odoo.tools.misc import file_open

from .sql_file import sql_file

CHUNK = 2000


class Employee(models.Model):
    _inherit = "hr.employee"

    @api.model
    def _siasn_columns(self):
        """Headings of SIASN "Data Utama" in their order."""
        with file_open("sikda/data/siasn_export_kolom.csv", "r") as columns:
            return [row["column"] for row in csv.DictReader(columns)]

    @api.model
    def _siasn_export(self, unit):
        """The people of a unit and those below it in the columns of SIASN.

        Every cell is text with the quote prefix: a name that begins like a formula
        stays a name, and no number loses its digits.

        :return: bytes of an .xlsx
        :raises AccessError: the user may not see NIK and the like in this unit
        """
        units = self.env["hr.department"].sudo().with_context(active_test=False)
        domain = [("id", "child_of", unit.id)]
        if not self.env.su:
            allowed = self.env.user._pemda_unit_ids("sikda.group_asn_private")
            if not units.search_count(
                [("id", "=", unit.id), ("id", "child_of", allowed)]
            ):
                raise AccessError(
                    self.env._(
                        "You hold no office that may export the people of this unit."
                    )
                )
        self.env.flush_all()
        self.env.cr.execute(
            sql_file(
                "siasn_export",
                units=units.search(domain).ids,
                paths=sql_file("unit_path"),
            )
        )
        buffer = io.BytesIO()
        options = {
            "constant_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        }
        with xlsxwriter.Workbook(buffer, options) as book:
            self._write_siasn(book)
        return buffer.getvalue()

    def _write_siasn(self, book):
        sheet = book.add_worksheet("Data Utama")
        text = book.add_format({"num_format": "@", "quote_prefix": True})
        for column, heading in enumerate(self._siasn_columns()):
            sheet.write_string(0, column, heading)
        number = 1
        while rows := self.env.cr.fetchmany(CHUNK):
            for row in rows:
                for column, value in enumerate(row):
                    if value:
                        sheet.write_string(number, column, value, text)
                number += 1
