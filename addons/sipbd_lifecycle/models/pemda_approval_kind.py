from odoo import api, fields, models, tools


class ApprovalKind(models.Model):
    """Whether the register still books by its own form what a document decides."""

    _inherit = "pemda.approval.kind"

    register_acts = fields.Char(
        string="Acts of the register",
        readonly=True,
        help="What the form “Book a change” books as well, by the names of its acts.",
    )
    only_by_document = fields.Boolean(
        string="Only by document",
        help="The form “Book a change” no longer books this: it takes a decided "
        "document. Leave it off while changes of earlier years are caught up with.",
    )

    def write(self, vals):
        result = super().write(vals)
        if {"only_by_document", "register_acts", "active", "name"} & vals.keys():
            self.env.registry.clear_cache()
        return result

    @api.model
    @tools.ormcache()
    def _acts_by_document(self):
        """Acts that only documents book: dict act -> id of the kind."""
        kinds = self.sudo().search([("only_by_document", "=", True)])
        return {
            act: kind.id for kind in kinds for act in (kind.register_acts or "").split()
        }
