from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules import transitions as rules
from .engine_token import is_engine

STATES = [
    (rules.DRAFT, "Draft"),
    (rules.RUNNING, "Waiting for decisions"),
    (rules.RETURNED, "Returned for revision"),
    (rules.APPROVED, "Approved"),
    (rules.REJECTED, "Rejected"),
    (rules.CANCELLED, "Cancelled"),
]


class ApprovalRequest(models.Model):
    """A document on its way through a flow.

    Written by the engine only. What it does is cut by act: ``request_submit``,
    ``request_decide``, ``request_forward``, ``request_cancel``.
    """

    _name = "pemda.approval.request"
    _description = "Request for approval"
    _named_to_readers_only = True
    _order = "submitted_at desc, id desc"
    _rec_name = "title"

    kind_id = fields.Many2one(
        "pemda.approval.kind", required=True, readonly=True, ondelete="restrict"
    )
    flow_id = fields.Many2one(
        "pemda.approval.flow", required=True, readonly=True, ondelete="restrict"
    )
    res_model = fields.Char(required=True, readonly=True)
    res_id = fields.Many2oneReference(
        string="Document", model_field="res_model", required=True, readonly=True
    )
    title = fields.Char(required=True, readonly=True)
    unit_id = fields.Many2one(
        "hr.department", required=True, readonly=True, index=True, ondelete="restrict"
    )
    receiving_unit_id = fields.Many2one(
        "hr.department", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    author_id = fields.Many2one(
        "res.users",
        string="Written by",
        required=True,
        readonly=True,
        ondelete="restrict",
    )
    maker_id = fields.Many2one(
        "res.users",
        string="Submitted by",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    state = fields.Selection(
        STATES, required=True, readonly=True, default=rules.RUNNING
    )
    round = fields.Integer(required=True, readonly=True, default=1, aggregator=None)
    round_start = fields.Integer(
        required=True,
        readonly=True,
        default=0,
        aggregator=None,
        help="Order number of the step at which the round began.",
    )
    stage = fields.Integer(
        readonly=True, aggregator=None, help="Order number of the waiting steps."
    )
    amount = fields.Float(digits=(20, 2), readonly=True, aggregator=None)
    facts = fields.Json(readonly=True, help="What conditions of steps may ask.")
    document_hash = fields.Char(
        string="Document as submitted (SHA-256)", required=True, readonly=True
    )
    decision_count = fields.Integer(
        required=True, readonly=True, default=0, aggregator=None
    )
    last_hash = fields.Char(readonly=True)
    submitted_at = fields.Datetime(required=True, readonly=True)
    ended_at = fields.Datetime(readonly=True)
    number = fields.Char(readonly=True)
    number_date = fields.Date(string="Dated", readonly=True)
    task_ids = fields.One2many("pemda.approval.task", "request_id", string="Steps")
    decision_ids = fields.One2many("pemda.approval.decision", "request_id")

    _document_uniq = models.UniqueIndex(
        "(res_model, res_id)", "This document has a request already."
    )
    _running = models.Index("(kind_id, unit_id) WHERE state = 'running'")

    def _document(self):
        """The document, or those of several requests of one kind."""
        self.kind_id.ensure_one()
        return self.kind_id._documents(self.mapped("res_id"))

    def action_open_document(self):
        """The document itself, for those who may read it."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": self.res_model,
            "res_id": self.res_id,
            "views": [(False, "form")],
        }

    def _roles(self):
        """Roles of the user in each request: dict id -> set of roles."""
        tasks = self.env["pemda.approval.task"]
        user = self.env.user
        roles = {
            request.id: {rules.MAKER} if request._is_made_by(user) else set()
            for request in self.sudo()
        }
        query = tasks._turns(user=user, request_ids=self.ids)
        purposes = {"decide": rules.DECIDER, "opine": rules.ADVISOR}
        for row in self.env.execute_query_dict(query):
            roles[row["request_id"]].add(purposes[row["purpose"]])
        return roles

    def _is_made_by(self, user):
        return user in self.author_id | self.maker_id

    def _may(self, act, roles):
        """Whether the table lets the user do this with the request.

        :param dict roles: as of ``_roles``
        """
        self.ensure_one()
        return not rules.refusal(self.state, act, roles.get(self.id, ()))

    def _check_act(self, act):
        """Refuse what the table does not let the user do with these requests.

        :raises UserError: with the reason
        """
        roles = self._roles()
        for request in self.sudo():
            why = rules.refusal(request.state, act, roles[request.id])
            if why:
                raise UserError(request._refusal_text(why))

    def _refusal_text(self, why):
        """Sentence for a refusal of the table."""
        self.ensure_one()
        states = dict(self._fields["state"]._description_selection(self.env))
        if why == rules.WRONG_STATE:
            return self.env._(
                "“%(document)s”: this cannot be done, its state is “%(state)s”.",
                document=self.title,
                state=states[self.state],
            )
        return self.env._("“%(document)s” does not wait for you.", document=self.title)

    def write(self, vals):
        if not is_engine(self):
            raise UserError(self.env._("Requests are moved by decisions only."))
        return super().write(vals)

    @api.model_create_multi
    def create(self, vals_list):
        if not is_engine(self):
            raise UserError(self.env._("Requests are made by submitting a document."))
        return super().create(vals_list)

    @api.ondelete(at_uninstall=False)
    def _unlink_refused(self):
        raise UserError(self.env._("Requests and their decisions are kept."))
