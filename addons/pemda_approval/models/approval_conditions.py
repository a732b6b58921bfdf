from decimal import Decimal

from odoo import api, fields, models

from odoo.addons.pemda_report.engine.formats import rupiah

from ..rules import steps as rules


class ApprovalConditions(models.AbstractModel):
    """When something of a kind counts for a document: a step, an attachment."""

    _name = "pemda.approval.conditions"
    _description = "Conditions on a document"

    # conditions: empty ones always hold
    amount_above = fields.Float(digits=(20, 2), string="Amount above")
    amount_up_to = fields.Float(digits=(20, 2), string="Amount up to")
    code_prefixes = fields.Char(
        string="Codes that begin with", help="Several are separated by blanks."
    )
    golongan = fields.Char(help="Such as IV or III/d; several are separated by blanks.")
    scope = fields.Selection(
        [
            ("any", "Everywhere"),
            ("inside", "Inside one OPD"),
            ("between", "Between two OPD"),
        ],
        required=True,
        default="any",
    )
    causes = fields.Char(
        help="Words of the kind of document for why there is one, such as hilang; "
        "several are separated by blanks."
    )
    legal_basis = fields.Char()
    unconfirmed = fields.Boolean(
        help="Not yet compared with the rules of this pemda: check it with them."
    )
    condition_text = fields.Char(string="Condition", compute="_compute_condition_text")

    _amounts_in_order = models.Constraint(
        "check(amount_above >= 0"
        " AND (amount_up_to = 0 OR amount_up_to > amount_above))",
        "The amount “up to” lies above the amount “above”.",
    )

    @api.depends(
        "amount_above", "amount_up_to", "code_prefixes", "golongan", "scope", "causes"
    )
    def _compute_condition_text(self):
        for each in self:
            each.condition_text = ", ".join(each._condition_words())

    def _condition_words(self):
        if self.amount_above:
            yield self.env._(
                "amount above %(amount)s", amount=rupiah(self.amount_above)
            )
        if self.amount_up_to:
            yield self.env._(
                "amount up to %(amount)s", amount=rupiah(self.amount_up_to)
            )
        if self.code_prefixes:
            yield self.env._("codes %(codes)s", codes=self.code_prefixes)
        if self.golongan:
            yield self.env._("golongan %(golongan)s", golongan=self.golongan)
        if self.causes:
            yield self.env._("because of %(causes)s", causes=self.causes)
        if self.scope != "any":
            yield dict(self._fields["scope"]._description_selection(self.env))[
                self.scope
            ]

    def _is_conditional(self):
        return bool(self._rule_conditions())

    def _rule_conditions(self):
        """The conditions that are set, as the rules know them."""
        conditions = {
            "amount_above": Decimal(repr(self.amount_above or 0)),
            "amount_up_to": Decimal(repr(self.amount_up_to or 0)),
            "code_prefixes": rules.words(self.code_prefixes),
            "golongan": rules.words(self.golongan),
            "scope": "" if self.scope == "any" else self.scope,
            "causes": rules.words(self.causes),
        }
        return {name: value for name, value in conditions.items() if value}
