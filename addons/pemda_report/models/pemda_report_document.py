from odoo import api, fields, models

from ..engine.document_id import new_document_id


class ReportDocument(models.Model):
    """Register of issued documents: what the QR code on a print leads to.

    A row is written by the print itself and never changes.
    """

    _name = "pemda.report.document"
    _description = "Issued document"
    _inherit = ["pemda.append.only"]
    _order = "id desc"
    _rec_name = "number"

    number = fields.Char(required=True, readonly=True)
    report_name = fields.Char(string="Report", required=True, readonly=True)
    unit_id = fields.Many2one(
        "hr.department",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    with_sub_units = fields.Boolean(readonly=True)
    date = fields.Date(string="State on", required=True, readonly=True)
    date_from = fields.Date(string="Changes from", readonly=True)
    details = fields.Char(string="Choices", readonly=True)
    output = fields.Selection(
        [("pdf", "PDF"), ("xlsx", "Workbook (XLSX)")], required=True, readonly=True
    )
    sha256 = fields.Char(string="SHA-256", required=True, readonly=True)
    printed_by_id = fields.Many2one(
        "res.users", required=True, readonly=True, ondelete="restrict"
    )
    printed_at = fields.Datetime(required=True, readonly=True)
    pages = fields.Integer(readonly=True, aggregator=None)
    rows = fields.Integer(readonly=True, aggregator=None)

    _number_uniq = models.UniqueIndex("(number)", "This number was issued already.")

    @api.model
    def _new_number(self):
        return new_document_id()
