from odoo import api, fields, models

from ..rules.chain import Link

ACTS = [
    ("submit", "Submitted"),
    ("withdraw", "Withdrawn"),
    ("approve", "Approved"),
    ("return", "Returned"),
    ("reject", "Rejected"),
    ("forward", "Asked for an opinion"),
    ("opine", "Opinion (paraf)"),
    ("cancel", "Cancelled"),
    ("attach", "Later attachment"),
]
CAPACITIES = [("definitif", "Definitive"), ("plt", "Plt."), ("plh", "Plh.")]

#: columns that the hash of a decision covers, and the database keeps for ever
CONTENT = (
    "request_id",
    "round",
    "stage",
    "task_id",
    "step_id",
    "act",
    "user_id",
    "person",
    "office_id",
    "unit_id",
    "capacity",
    "sk_number",
    "on_behalf",
    "decided_at",
    "ip",
    "note",
    "field_notes",
    "target",
    "counter_request_id",
    "document_hash",
    "number",
    "number_date",
    "attached",
)


class ApprovalDecision(models.Model):
    """What somebody did with a document, as a link of its chain.

    Written by the engine only, by SQL (``request_chain``); the database refuses to
    change or delete it.
    """

    _name = "pemda.approval.decision"
    _description = "Decision"
    _named_to_readers_only = True
    _inherit = ["pemda.append.only"]
    _order = "request_id, position"
    _rec_name = "person"
    _log_access = False

    request_id = fields.Many2one(
        "pemda.approval.request", required=True, readonly=True, ondelete="restrict"
    )
    position = fields.Integer(required=True, readonly=True, aggregator=None)
    round = fields.Integer(required=True, readonly=True, aggregator=None)
    stage = fields.Integer(
        readonly=True, aggregator=None, help="Order number of the step."
    )
    task_id = fields.Many2one("pemda.approval.task", readonly=True, ondelete="restrict")
    step_id = fields.Many2one("pemda.approval.step", readonly=True, ondelete="restrict")
    act = fields.Selection(ACTS, required=True, readonly=True)
    user_id = fields.Many2one(
        "res.users", string="Sign-in", required=True, readonly=True, ondelete="restrict"
    )
    person = fields.Char(string="Who", required=True, readonly=True)
    office_id = fields.Many2one("pemda.office", readonly=True, ondelete="restrict")
    unit_id = fields.Many2one("hr.department", readonly=True, ondelete="restrict")
    capacity = fields.Selection(CAPACITIES, readonly=True)
    sk_number = fields.Char(string="By SK", readonly=True)
    on_behalf = fields.Char(string="On behalf of (a.n.)", readonly=True)
    decided_at = fields.Datetime(string="When", required=True, readonly=True)
    ip = fields.Char(string="From", readonly=True)
    note = fields.Text(readonly=True)
    field_notes = fields.Json(string="Notes per field", readonly=True)
    all_notes = fields.Text(
        string="Notes",
        compute="_compute_all_notes",
        help="With what was said of single fields and attachments.",
    )
    target = fields.Integer(string="Returned to step", readonly=True, aggregator=None)
    counter_request_id = fields.Many2one(
        "pemda.approval.request",
        string="By counter-document",
        readonly=True,
        ondelete="restrict",
    )
    document_hash = fields.Char(string="Document (SHA-256)", readonly=True)
    attached = fields.Json(
        string="Later attachment", readonly=True, help="Name and SHA-256 of the file."
    )
    number = fields.Char(readonly=True, help="Which the document got by the decision.")
    number_date = fields.Date(string="Dated", readonly=True)
    previous_hash = fields.Char(required=True, readonly=True)
    hash = fields.Char(string="SHA-256", required=True, readonly=True)

    _position_uniq = models.Constraint(
        "unique(request_id, position)", "A link of the chain is written once."
    )
    _decided_at = models.Index("(decided_at, id)")

    def _compute_display_name(self):
        labels = dict(self._fields["act"]._description_selection(self.env))
        for decision in self:
            decision.display_name = f"{labels[decision.act]}: {decision.person}"

    @api.depends("note", "field_notes", "attached")
    def _compute_all_notes(self):
        for decision in self:
            lines = filter(None, [decision.note, *decision._part_notes()])
            decision.all_notes = "\n".join(lines)

    def _part_notes(self):
        """What was said of single fields and attachments, and which file came later,
        as lines."""
        notes = self.field_notes or {}
        lines = [f"{subject}: {note}" for subject, note in notes.items()]
        if self.attached:
            lines.append(f"{self.attached['name']} (SHA-256 {self.attached['sha256']})")
        return lines

    def _link(self):
        """The decision as the rules of the chain know it."""
        self.ensure_one()
        return Link(self.position, self._content(), self.previous_hash, self.hash)

    def _content(self):
        """What the hash covers, from the database; see ``content_of``."""
        return content_of(
            {
                name: self[name].id
                if isinstance(self[name], models.BaseModel)
                else self[name]
                for name in CONTENT
            }
        )


def content_of(vals):
    """What the hash of a decision covers: empty values are left out."""
    return {name: vals[name] for name in CONTENT if vals.get(name) not in _EMPTY}


_EMPTY = (None, False, "", 0, {}, [])
