from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

#: abstract model that documents inherit
DOCUMENT = "pemda.approval.document"
NOTHING, PASSWORD, SECOND_FACTOR = "none", "password", "second_factor"
#: how a decision is confirmed, the strictest last
CONFIRMATIONS = (NOTHING, PASSWORD, SECOND_FACTOR)
CONFIRMED_BY = [
    (NOTHING, "The button alone"),
    (PASSWORD, "The password"),
    (SECOND_FACTOR, "The code of the authenticator (second factor)"),
]


class ApprovalKind(models.Model):
    """A kind of document: how it is called, numbered, printed and decided on."""

    _name = "pemda.approval.kind"
    _description = "Kind of document"
    _order = "name"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True)
    active = fields.Boolean(default=True)
    res_model = fields.Char(
        string="Documents",
        required=True,
        readonly=True,
        help="Technical name of the model whose records are these documents.",
    )
    flow_ids = fields.One2many("pemda.approval.flow", "kind_id", string="Flows")
    requirement_ids = fields.One2many(
        "pemda.approval.requirement", "kind_id", string="Attachments"
    )
    numbering_id = fields.Many2one(
        "pemda.numbering",
        ondelete="restrict",
        help="Register in which an approved document gets its number. Empty: the "
        "document brings its own number.",
    )
    report_id = fields.Many2one(
        "ir.actions.report",
        string="Print",
        ondelete="restrict",
        help="How the document is printed.",
    )
    reader_group_id = fields.Many2one(
        "res.groups",
        string="Read by",
        ondelete="restrict",
        help="Whoever holds an office with these rights sees all requests of this "
        "kind in the unit of the office and below it. Others see those that they "
        "made or that came to them.",
    )
    confirmation = fields.Selection(
        [("pemda", "As the pemda has set"), *CONFIRMED_BY],
        string="Decisions are confirmed by",
        required=True,
        default="pemda",
        help="Given once for everything that is decided at the same time; the "
        "strictest of its kinds counts.",
    )
    legal_basis = fields.Char()

    _code_uniq = models.Constraint("unique(code)", "Each kind has its own code.")

    @api.constrains("res_model")
    def _check_res_model(self):
        documents = self.env.registry.descendants([DOCUMENT], "_inherit")
        for kind in self:
            if kind.res_model not in documents - {DOCUMENT}:
                raise ValidationError(
                    self.env._(
                        "%(model)s is no model of documents that are decided on.",
                        model=kind.res_model,
                    )
                )

    @api.model
    def _by_code(self, code):
        kinds = self.sudo().with_context(active_test=False)
        kind = kinds.search([("code", "=", code)], limit=1).with_env(self.sudo().env)
        if not kind:
            raise UserError(
                self.env._("There is no kind of document %(code)s.", code=code)
            )
        return kind

    def _confirmation(self):
        """What confirms a decision on this kind, see ``CONFIRMATIONS``."""
        self.ensure_one()
        if self.confirmation != "pemda":
            return self.confirmation
        return self.env.company.sudo().approval_confirmation

    def _documents(self, ids):
        """The documents with these ids."""
        self.ensure_one()
        return self.env[self.res_model].browse(ids)

    @api.model_create_multi
    def create(self, vals_list):
        kinds = super().create(vals_list)
        self._readers_changed()
        return kinds

    def write(self, vals):
        result = super().write(vals)
        if "reader_group_id" in vals:
            self._readers_changed()
        return result

    def unlink(self):
        result = super().unlink()
        self._readers_changed()
        return result

    def _readers_changed(self):
        """Readers are part of cached record rules."""
        self.env.registry.clear_cache()
