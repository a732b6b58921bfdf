from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.pemda_base.notice import notice

from ..models.pemda_approval_kind import CONFIRMED_BY
from ..rules import transitions as rules

ACTS = [
    (rules.APPROVE, "Approve"),
    (rules.RETURN, "Return for revision"),
    (rules.REJECT, "Reject"),
    (rules.FORWARD, "Ask for an opinion"),
    (rules.OPINE, "Give the opinion"),
]


class ApprovalDecide(models.TransientModel):
    """One confirmation for everything that is decided at the same time."""

    _name = "pemda.approval.decide"
    _description = "Decide"

    task_ids = fields.Many2many("pemda.approval.task", readonly=True)
    act = fields.Selection(ACTS, required=True, readonly=True)
    note = fields.Text()
    note_line_ids = fields.One2many("pemda.approval.decide.note", "decide_id")
    step_id = fields.Many2one(
        "pemda.approval.step",
        string="Return to",
        domain="[('id', 'in', earlier_step_ids)]",
        help="Empty: to the maker, who may change the document.",
    )
    office_id = fields.Many2one("pemda.office")
    unit_id = fields.Many2one("hr.department", string="In the unit")
    days = fields.Integer(string="Within (working days)", default=3)
    # Never in the database: it comes in the context of the button, as in Odoo's own
    # confirmation of identity. What is stored stays when the decision is refused.
    password = fields.Char(store=False)
    code = fields.Char(string="Code of the authenticator", store=False)
    confirmation = fields.Selection(CONFIRMED_BY, compute="_compute_what")
    earlier_step_ids = fields.Many2many(
        "pemda.approval.step", compute="_compute_earlier_step_ids"
    )
    count = fields.Integer(compute="_compute_what")
    kinds = fields.Char(compute="_compute_what", string="Documents")
    question = fields.Text(compute="_compute_what")

    @api.depends("task_ids")
    def _compute_what(self):
        for wizard in self:
            kinds = wizard.task_ids.sudo().request_id.kind_id
            wizard.count = len(wizard.task_ids)
            wizard.kinds = ", ".join(kinds.mapped("name"))
            wizard.confirmation = wizard.task_ids._confirmation()
            wizard.question = "\n".join(
                filter(None, wizard.task_ids.mapped("question"))
            )

    @api.depends("task_ids", "act")
    def _compute_earlier_step_ids(self):
        """Steps that all of these documents have gone through."""
        for wizard in self:
            wizard.earlier_step_ids = False
            requests = wizard.task_ids.sudo().request_id
            if wizard.act == rules.RETURN and len(requests.flow_id) == 1:
                passed = [
                    {
                        rule.id
                        for stage in request._stages_of_flow()
                        for rule in stage
                        if rule.sequence < request.stage
                    }
                    for request in requests
                ]
                wizard.earlier_step_ids = sorted(set.intersection(*passed))

    def action_confirm(self):
        """Decide; the engine looks up anew whose turn it is."""
        self.ensure_one()
        password, code = map(self.env.context.get, ("password", "code"))
        tasks = self.task_ids.with_context(password=None, code=None)
        if self.act == rules.FORWARD:
            self._check_asked()
            tasks.action_forward(
                self.office_id.id, self.unit_id.id, self.note, self.days
            )
            return self._done(self.env._("The opinion was asked for."))
        if self.act == rules.OPINE:
            tasks.action_opine(self.note)
            return self._done(self.env._("Your opinion was given."))
        notes = {line.subject: line.note for line in self.note_line_ids if line.note}
        outcome = tasks.action_decide(
            self.act, self.note, self.step_id.id, notes, password, code
        )
        return self._done(self._outcome_text(outcome), outcome["left"])

    def _check_asked(self):
        if not self.office_id or not self.unit_id:
            raise UserError(self.env._("Choose the office and the unit to be asked."))

    def _outcome_text(self, outcome):
        if self.act == rules.APPROVE:
            return self.env._("%(count)s approved.", count=outcome["decided"])
        if self.act == rules.RETURN:
            return self.env._("%(count)s returned.", count=outcome["decided"])
        return self.env._("%(count)s rejected.", count=outcome["decided"])

    def _done(self, text, left=()):
        """Close the dialog, say what came of it and go back to the inbox."""
        return notice(
            " ".join([text, *left]),
            # by its name: the client fetches it with its help as HTML
            "pemda_approval.pemda_approval_task_action_inbox",
            kind="warning" if left else "success",
        )


class ApprovalDecideNote(models.TransientModel):
    """What is wrong in one field or attachment."""

    _name = "pemda.approval.decide.note"
    _description = "Note on a part of the document"

    decide_id = fields.Many2one(
        "pemda.approval.decide", required=True, ondelete="cascade"
    )
    subject = fields.Char(string="Field or attachment", required=True)
    note = fields.Char(string="What is wrong")
