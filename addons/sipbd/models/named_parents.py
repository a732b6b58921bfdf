from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import SQL
from odoo.tools.misc import file_open


class Asset(models.Model):
    """What the register names has its foreign keys in tables of their own.

    See ``sql/named_parents.sql``: the units, codes, rooms and custodians of assets and
    entries are listed there by the database itself, wherever the row comes from.
    """

    _inherit = "sipbd.asset"

    def init(self):  # pylint: disable=missing-return
        super().init()
        with file_open("sipbd/sql/named_parents.sql") as statements:
            self.env.cr.execute(statements.read())


class Department(models.Model):
    _inherit = "hr.department"

    @api.ondelete(at_uninstall=False)
    def _unlink_named_refused(self):
        """Say it in a sentence; the database refuses in any case."""
        if _named(self, SQL("SELECT unit_id FROM sipbd_named_unit WHERE unit_id")):
            raise UserError(
                self.env._(
                    "This unit is named in the register of assets. Give it an end "
                    "date or archive it instead."
                )
            )


class Kode(models.Model):
    _inherit = "sipbd.kode"

    @api.ondelete(at_uninstall=False)
    def _unlink_named_refused(self):
        """Say it in a sentence; the database refuses in any case."""
        if _named(self, SQL("SELECT code_id FROM sipbd_named_code WHERE code_id")):
            raise UserError(
                self.env._(
                    "This code is named in the register of assets. Archive it instead."
                )
            )


class Employee(models.Model):
    _inherit = "hr.employee"

    @api.ondelete(at_uninstall=False)
    def _unlink_named_refused(self):
        """Say it in a sentence; the database refuses in any case."""
        named = SQL("SELECT holder_id FROM sipbd_named_holder WHERE holder_id")
        if _named(self, named):
            raise UserError(
                self.env._(
                    "This person is named in the register of assets as a custodian. "
                    "Archive the person instead."
                )
            )


def _named(records, query):
    records.env.flush_all()
    records.env.cr.execute(SQL("%s = ANY(%s) LIMIT 1", query, records.ids))
    return bool(records.env.cr.rowcount)
