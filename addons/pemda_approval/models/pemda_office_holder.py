from odoo import api, fields, models
from odoo.tools import SQL

from .sql_file import sql_file


class OfficeHolder(models.Model):
    _inherit = "pemda.office.holder"

    approval_kind_ids = fields.Many2many(
        "pemda.approval.kind",
        "pemda_office_holder_kind_rel",
        "holder_id",
        "kind_id",
        string="Decides only on",
        help="Kinds of documents that the SK allows a Plt. or Plh. to decide on. "
        "Empty: all of them.",
    )

    _in_office_on = models.Index("(office_id, unit_id, date_from)")

    def init(self):  # pylint: disable=missing-return
        super().init()
        self.env.cr.execute(sql_file("acting").code)

    @api.model
    def _acting(self, office, unit, kind):
        """Who acts for the office in the unit today, on documents of the kind."""
        self.env.flush_all()
        today = self.env.company.sudo()._pemda_today()
        query = SQL(
            "SELECT holder_id FROM pemda_approval_acting(%s, %s, %s, %s)",
            office.id,
            unit.id,
            kind.id,
            today,
        )
        return self.sudo().browse([row[0] for row in self.env.execute_query(query)])
