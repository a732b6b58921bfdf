from decimal import Decimal

from odoo import fields, models

from odoo.addons.pemda_approval.rules.steps import Facts


class Letter(models.Model):
    """The document as pemda_approval decides on it."""

    _name = "bench.letter"
    _description = "Letter (bench)"
    _inherit = ["pemda.approval.document"]

    _approval_kind_code = "bench_letter"
    _approval_payload_fields = ("name", "unit_id", "amount")

    name = fields.Char(required=True)
    amount = fields.Float(digits=(20, 2))

    def _approval_facts(self):
        return Facts(amount=Decimal(repr(self.amount)))
