from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import format_date

from ..rules.steps import Facts, stages
from .engine_token import as_engine, is_engine

# what a flow that has been live keeps for ever
FROZEN = ("kind_id", "unit_id", "date_from", "step_ids", "state", "version")


class ApprovalFlow(models.Model):
    """The steps of a kind of document, in one version, for a unit and those below it.

    A document takes the flow of the nearest unit that has one of its own, in the
    version in force when it is submitted; a running request keeps its version.
    """

    _name = "pemda.approval.flow"
    _description = "Flow of decisions"
    _order = "kind_id, unit_id, date_from desc, id desc"

    kind_id = fields.Many2one(
        "pemda.approval.kind", required=True, index=True, ondelete="restrict"
    )
    unit_id = fields.Many2one(
        "hr.department",
        string="For the unit and below",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env.ref("pemda_base.unit_pemda"),
    )
    date_from = fields.Date(
        string="In force from",
        required=True,
        default=lambda self: self.env.company.sudo()._pemda_today(),
    )
    version = fields.Integer(readonly=True, copy=False, aggregator=None)
    state = fields.Selection(
        [("draft", "Draft"), ("live", "Live"), ("ended", "Ended")],
        required=True,
        default="draft",
        readonly=True,
        copy=False,
    )
    step_ids = fields.One2many(
        "pemda.approval.step", "flow_id", string="Steps", copy=True
    )
    note = fields.Text()
    legal_basis = fields.Char()
    unconfirmed = fields.Boolean(
        help="Not yet compared with the rules of this pemda: check it with them."
    )

    _one_live = models.UniqueIndex(
        "(kind_id, unit_id, date_from) WHERE state = 'live'",
        "There is a live flow of this kind, unit and date already: end it first.",
    )

    @api.depends("kind_id.name", "unit_id.name", "date_from")
    def _compute_display_name(self):
        for flow in self:
            day = format_date(self.env, flow.date_from) if flow.date_from else ""
            parts = (flow.kind_id.name, flow.unit_id.name, day)
            flow.display_name = ", ".join(filter(None, parts))

    @api.model_create_multi
    def create(self, vals_list):
        """A flow begins as a draft, whatever the caller says."""
        if not is_engine(self):
            vals_list = [{**vals, "state": "draft", "version": 0} for vals in vals_list]
        return super().create(vals_list)

    def write(self, vals):
        if not is_engine(self):
            self._check_change(vals)
        return super().write(vals)

    def _check_change(self, vals):
        if {"state", "version"} & set(vals):
            raise UserError(
                self.env._("Use the buttons to put a flow into force or to end it.")
            )
        if set(FROZEN) & set(vals):
            self._check_draft()

    def _check_draft(self):
        if self.filtered(lambda flow: flow.state != "draft"):
            raise UserError(
                self.env._(
                    "A flow that has been in force stays as it is, since documents "
                    "were decided by it. Make a new version."
                )
            )

    @api.ondelete(at_uninstall=False)
    def _unlink_drafts_only(self):
        self._check_draft()

    def action_go_live(self):
        """Put the drafts into force."""
        self.check_access("write")
        self._check_draft()
        for flow in self:
            flow._check_steps()
            earlier = self.search_count(
                Domain("kind_id", "=", flow.kind_id.id)
                & Domain("unit_id", "=", flow.unit_id.id)
                & Domain("state", "!=", "draft")
            )
            as_engine(flow).write({"state": "live", "version": earlier + 1})
        return True

    def _check_steps(self):
        if not self.step_ids:
            raise ValidationError(self.env._("A flow needs at least one step."))
        last = max(self.step_ids.mapped("sequence"))
        final = self.step_ids.filtered(lambda step: step.sequence == last)
        if all(step._is_conditional() for step in final):
            raise ValidationError(
                self.env._(
                    "The last step, “%(step)s”, has a condition: a document that does "
                    "not meet it would end with nobody's final decision.",
                    step=final[0].name,
                )
            )

    def action_end(self):
        """Take flows out of force; what runs by them runs on."""
        self.check_access("write")
        as_engine(self.filtered(lambda flow: flow.state == "live")).write(
            {"state": "ended"}
        )
        return True

    def action_new_version(self):
        """A draft with the same steps, to be changed and put into force."""
        self.ensure_one()
        draft = self.copy({"date_from": self.env.company.sudo()._pemda_today()})
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": draft.id,
            "views": [(False, "form")],
        }

    @api.model
    def _in_force(self, kind, unit, date):
        """The flow by which a document of the unit is decided.

        :raises UserError: there is none
        """
        path = [int(part) for part in (unit.parent_path or "").split("/") if part]
        flows = self.sudo().search(
            Domain("kind_id", "=", kind.id)
            & Domain("unit_id", "in", path)
            & Domain("state", "=", "live")
            & Domain("date_from", "<=", date)
        )
        if not flows:
            raise UserError(
                self.env._(
                    "No flow of decisions is in force for “%(kind)s” in %(unit)s. The "
                    "admin pemda puts one into force under Approvals, Flows.",
                    kind=kind.name,
                    unit=unit.display_name,
                )
            )
        return max(flows, key=lambda f: (path.index(f.unit_id.id), f.date_from, f.id))

    def _rules(self):
        """The steps as the rules know them."""
        return [step._rule() for step in self.sudo().step_ids]

    def _stages(self, facts: Facts):
        """The stages that a document with these facts goes through."""
        self.ensure_one()
        return stages(self._rules(), facts)
