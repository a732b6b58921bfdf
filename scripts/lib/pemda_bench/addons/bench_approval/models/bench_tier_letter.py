from odoo import fields, models


class TierLetter(models.Model):
    """The document as base_tier_validation decides on it."""

    _name = "bench.tier.letter"
    _description = "Letter with tiers (bench)"
    _inherit = ["tier.validation"]

    _tier_validation_manual_config = False
    _state_from, _state_to, _cancel_state = ["draft"], ["approved"], "cancelled"

    name = fields.Char(required=True)
    amount = fields.Float(digits=(20, 2))
    unit_id = fields.Many2one("hr.department", required=True, index=True)
    company_id = fields.Many2one("res.company")
    state = fields.Selection(
        [("draft", "Draft"), ("approved", "Approved"), ("cancelled", "Cancelled")],
        required=True,
        default="draft",
    )
