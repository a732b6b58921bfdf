from odoo import models


class Rule(models.Model):
    _inherit = "ir.rule"

    def _eval_context(self):
        """``import_scope(right, prefix)`` for rules: loads by register and office."""
        scope = self.env["pemda.import.target"]._import_scope
        return super()._eval_context() | {"import_scope": scope}
