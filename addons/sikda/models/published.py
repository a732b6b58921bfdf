import csv

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import file_open


class Published(models.AbstractModel):
    """A code list of the law or of SIASN, copied from a file of ``sikda/data``.

    Loading again adds what the file has more and leaves alone what stands: local
    changes are kept, and history keeps its codes.
    """

    _name = "sikda.published"
    _description = "Published code list"
    _order = "sequence, code, id"
    _rec_names_search = ["code", "name"]

    code = fields.Char(required=True, help="Code in SIASN, where it has one.")
    name = fields.Char(required=True)
    sequence = fields.Integer(default=50)
    active = fields.Boolean(default=True)

    @api.model
    def _published_rows(self, name):
        """Rows of ``sikda/data/<name>.csv`` as dicts of text."""
        with file_open(f"sikda/data/{name}.csv", "r") as rows:
            yield from csv.DictReader(rows)

    @api.model
    def _add_published(self, vals_list, key=("code",)):
        """Create those that no row has the key of yet."""
        records = self.with_context(active_test=False)
        known = {
            tuple(record[name] for name in key)
            for record in records.search_fetch([], key)
        }
        return self.create(
            [
                vals
                for vals in vals_list
                if tuple(vals.get(name) or False for name in key) not in known
            ]
        )

    @api.model
    def _by_code(self, code):
        """The record of a code, archived ones too; empty when there is none."""
        return self.with_context(active_test=False).search(
            [("code", "=", code)], limit=1
        )

    @api.ondelete(at_uninstall=False)
    def _unlink_refused_for_published(self):
        """A code stays: histories of any age may name it."""
        raise UserError(
            self.env._(
                "%(list)s: a published code is archived, not deleted; histories may "
                "name it.",
                list=self._description,
            )
        )
