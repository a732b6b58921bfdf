from odoo import fields, models


class HapusDokumen(models.Model):
    """A document that a write-off rests on: its kind, number and date."""

    _name = "sipbd.hapus.dokumen"
    _description = "Document of a write-off"
    _inherit = ["pemda.approval.line"]
    _order = "document_id, date, id"
    _rec_name = "number"

    _approval_parent = "document_id"
    _approval_payload_fields = ("jenis_id", "number", "date", "note")

    document_id = fields.Many2one(
        "sipbd.hapus", required=True, index=True, ondelete="cascade"
    )
    jenis_id = fields.Many2one(
        "sipbd.hapus.jenis", string="Kind", required=True, ondelete="restrict"
    )
    number = fields.Char(required=True)
    date = fields.Date(required=True)
    note = fields.Char(string="By / about")

    _date_plausible = models.Constraint(
        "check(date >= '1900-01-01')", "A document is dated after 1900: correct it."
    )
