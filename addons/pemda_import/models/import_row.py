import json

from odoo import fields, models

from odoo.addons.pemda_base.fields import LooseMany2one


class ImportRow(models.Model):
    """A row of the file as it was read; filled by COPY, never edited.

    ``raw`` holds the cells as texts in the order of the sheet, ``data`` the values in
    the order of the table's ``field_names`` (numbers and dates as text): by place
    they come out of jsonb several times faster than by name.
    """

    _name = "pemda.import.row"
    _description = "Imported Row"
    _order = "table_id, number"
    _log_access = False

    # Tables are deleted by their load alone, and their rows first.
    table_id = LooseMany2one("pemda.import.table", required=True, ondelete="cascade")
    load_id = fields.Many2one(related="table_id.load_id")
    number = fields.Integer("Row", required=True)
    # Text, since nobody asks the database what is in it: COPY need not look at it.
    raw = fields.Text()
    data = fields.Json()

    # A file is staged at once, so its rows stand side by side.
    _by_table = models.Index("USING brin (table_id) WITH (autosummarize = on)")

    def _cells(self):
        """Return the texts of the cells of a row in the order of the sheet."""
        self.ensure_one()
        return json.loads(self.raw or "[]")
