from odoo import models


class Rule(models.Model):
    _inherit = "ir.rule"

    def _eval_context(self):
        """``unit_ids(group)`` in rules: the units in which the user holds office."""
        return super()._eval_context() | {"unit_ids": self.env.user._pemda_unit_ids}

    def _compute_domain_context_values(self):
        """A rule cached yesterday must not outlive an office that ended yesterday."""
        yield from super()._compute_domain_context_values()
        yield self.env.company.sudo()._pemda_today()
