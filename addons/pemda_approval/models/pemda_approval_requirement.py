from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules.steps import Conditions, applies


class ApprovalRequirement(models.Model):
    """What is attached to documents of a kind: always, under a condition, or freely.

    Looked at when a document is submitted; what changes here afterwards changes
    nothing for a document on its way.
    """

    _name = "pemda.approval.requirement"
    _description = "Attachment of a kind of document"
    _inherit = ["pemda.approval.conditions"]
    _order = "kind_id, sequence, id"

    kind_id = fields.Many2one(
        "pemda.approval.kind", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(string="Order", required=True, default=10)
    name = fields.Char(string="Attachment", required=True, translate=True)
    active = fields.Boolean(default=True)
    need = fields.Selection(
        [("required", "Required"), ("optional", "May be added")],
        required=True,
        default="required",
        help="What is required is not asked for where the condition does not hold.",
    )
    note = fields.Char(
        string="Hint", translate=True, help="What it must show; the maker reads it."
    )

    def _holds(self, facts):
        """Whether this line counts for a document with these facts.

        :raises FactMissing: the condition asks what the document does not say
        """
        self.ensure_one()
        return applies(Conditions(**self._rule_conditions()), facts)

    @api.ondelete(at_uninstall=False)
    def _unlink_unused(self):
        used = (
            self.env["ir.attachment"]
            .sudo()
            .search([("approval_requirement_id", "in", self.ids)], limit=1)
        )
        if used:
            raise UserError(
                self.env._(
                    "Documents carry “%(name)s” already: archive the line instead.",
                    name=used.approval_requirement_id.name,
                )
            )
