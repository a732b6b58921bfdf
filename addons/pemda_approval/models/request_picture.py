from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.pemda_base.rules.signing import signed

from ..rules.steps import FactMissing

BOX = Markup(
    '<li class="o_approval_step o_approval_{state}"><b>{name}</b><div>{office}</div>'
    '<div class="text-muted">{place}</div><div>{who}</div><small>{when}</small></li>'
)
STAGE = Markup('<ol class="o_approval_stage">{boxes}</ol>')
PICTURE = Markup('<div class="o_approval_picture">{stages}</div>')
ROW = Markup("<tr><th>{label}</th><td>{text}</td></tr>")
TABLE = Markup('<table class="table table-sm mb-0">{rows}</table>')
WARNING = Markup('<div class="alert alert-warning" role="alert">{text}</div>')


class ApprovalRequest(models.Model):
    """What people see of a request: its way, what it holds and what it does."""

    _inherit = "pemda.approval.request"

    picture = fields.Html(compute="_compute_picture", sanitize=False)
    preview = fields.Html(compute="_compute_preview", sanitize=False)
    waits_for = fields.Char(compute="_compute_waits_for")
    waiting_since = fields.Datetime(compute="_compute_waits_for")
    can_withdraw = fields.Boolean(compute="_compute_can_withdraw")

    @api.depends("state", "round", "stage", "task_ids.state")
    def _compute_picture(self):
        for request in self:
            try:
                stages = request.sudo()._stages_of_flow()
            except FactMissing:
                stages = ()
            request.picture = PICTURE.format(
                stages=Markup().join(
                    STAGE.format(boxes=Markup().join(request.sudo()._boxes(stage)))
                    for stage in stages
                )
            )

    def _boxes(self, stage):
        """One box per step of a stage: done, waiting or still to come."""
        today = self.env.company.sudo()._pemda_today()
        for rule in stage:
            step = self.env["pemda.approval.step"].sudo().browse(rule.id)
            task = self.task_ids.filtered(
                lambda t, step=step: t.step_id == step and t.purpose == "decide"
            ).sorted("id")[-1:]
            decisions = self.decision_ids.filtered(
                lambda d, task=task: (
                    d.task_id == task and d.act in ("approve", "reject")
                )
            )
            standing = task and task.state != "closed"
            try:
                place = task.unit_id if standing else self._place(step, today)
            except UserError as error:
                yield BOX.format(
                    state="open",
                    name=step.name,
                    office=step.office_id.name,
                    place="",
                    who=error,
                    when="",
                )
                continue
            yield BOX.format(
                state=task.state if standing else "open",
                name=step.name,
                office=step.office_id.name,
                place=place.name,
                who=self._box_who(
                    step, task if standing else task[:0], place, decisions
                ),
                when=self._box_when(task, decisions) if standing else "",
            )

    def _place(self, step, today):
        return step._unit(self.unit_id, self.receiving_unit_id, today)

    def _box_who(self, step, task, place, decisions):
        if decisions:
            return ", ".join(
                signed(decision.person, decision.capacity, decision.on_behalf)
                for decision in decisions
            )
        if task.state == "skipped":
            return self.env._("Falls away: the same person")
        if task.state == "waiting":
            return task.who
        holders = self.env["pemda.office.holder"]._acting(
            step.office_id, place, self.kind_id
        )
        return ", ".join(holders.mapped("name")) or step.office_id._vacancy_text(place)

    def _box_when(self, task, decisions):
        moment = decisions[-1:].decided_at or task.since
        return fields.Datetime.context_timestamp(self, moment).strftime(
            "%d-%m-%Y %H:%M"
        )

    @api.depends("state", "res_id")
    def _compute_preview(self):
        for request in self:
            request.preview = request._preview_html() if request.id else False

    def _preview_html(self):
        """What whoever decides should see first; he may read the request, and the
        document shows itself by its own hook."""
        self.check_access("read")
        request = self.sudo()
        document = request._document().exists()
        if not document:
            return False
        rows = Markup().join(
            ROW.format(label=label, text=text)
            for label, text in (
                *document._approval_preview(),
                *document._approval_files_shown(),
            )
        )
        warnings = []
        if request.state == "running":
            if document._approval_hashes()[document.id] != request.document_hash:
                warnings.append(self.env._("It is not as it was submitted."))
            warnings += document._approval_check().get(document.id, ())
        alerts = Markup().join(WARNING.format(text=text) for text in warnings)
        return alerts + TABLE.format(rows=rows)

    @api.depends("state", "task_ids.state")
    def _compute_waits_for(self):
        for request in self:
            waiting = request.sudo().task_ids.filtered(
                lambda task: task.state == "waiting" and task.purpose == "decide"
            )
            request.waits_for = "; ".join(waiting.mapped("who"))
            request.waiting_since = min(waiting.mapped("since"), default=False)

    @api.depends("state", "maker_id", "author_id")
    @api.depends_context("uid")
    def _compute_can_withdraw(self):
        roles = self._roles()
        for request in self:
            request.can_withdraw = request._may("withdraw", roles)

    def action_withdraw(self):
        """Take the documents back, to change them or to leave it."""
        if not self:
            raise UserError(self.env._("Choose the documents first."))
        self.check_access("read")
        self._withdraw()
        return True
