from odoo import fields, models


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
