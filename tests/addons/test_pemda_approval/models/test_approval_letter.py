from decimal import Decimal

from odoo import fields, models
from odoo.exceptions import UserError

from odoo.addons.pemda_approval.rules.steps import Facts


class Letter(models.Model):
    """A document as small as one can be, with everything that a document has."""

    _name = "test.approval.letter"
    _description = "Letter (test)"
    _inherit = ["pemda.approval.document"]

    _approval_kind_code = "test_letter"
    _approval_payload_fields = ("name", "unit_id", "to_unit_id", "amount", "line_ids")
    _approval_free_fields = frozenset({"remark"})

    name = fields.Char(required=True)
    amount = fields.Float(digits=(20, 2))
    code = fields.Char()
    golongan = fields.Char()
    cause = fields.Char()
    to_unit_id = fields.Many2one("hr.department")
    line_ids = fields.One2many("test.approval.letter.line", "letter_id")
    remark = fields.Char()
    problem = fields.Char(help="What the check of the letter says.")
    effect_count = fields.Integer(readonly=True)
    cancels_id = fields.Many2one("test.approval.letter")

    def _approval_facts(self):
        return Facts(
            amount=Decimal(repr(self.amount)),
            codes=(self.code,) if self.code else (),
            golongan=(self.golongan,) if self.golongan else (),
            between_opd=self._approval_reaches_other_opd(),
            causes=(self.cause,) if self.cause else (),
        )

    def _approval_receiving_unit(self):
        return self.to_unit_id

    def _approval_check(self):
        return {each.id: [each.problem] for each in self if each.problem}

    def _approval_preview(self):
        return [("Amount", str(self.amount))]

    def _approval_effect(self):
        if "explode" in self.mapped("remark"):
            raise UserError("The register refused the letter.")
        for letter in self:
            letter.effect_count += 1
        for letter in self.filtered("cancels_id"):
            letter.cancels_id._cancel_by(letter)


class LetterLine(models.Model):
    _name = "test.approval.letter.line"
    _description = "Line of a letter (test)"
    _inherit = ["pemda.approval.line"]

    _approval_parent = "letter_id"
    _approval_payload_fields = ("name", "quantity")

    letter_id = fields.Many2one(
        "test.approval.letter", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char()
    quantity = fields.Float()
