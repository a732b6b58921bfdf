from markupsafe import Markup

from odoo import api, fields, models
from odoo.tools.misc import groupby

from .request_picture import BOX, PICTURE, STAGE


class ApprovalFlow(models.Model):
    """The flow as a picture."""

    _inherit = "pemda.approval.flow"

    picture = fields.Html(compute="_compute_picture", sanitize=False)

    @api.depends(
        "step_ids.sequence",
        "step_ids.name",
        "step_ids.office_id",
        "step_ids.place",
        "step_ids.mode",
        "step_ids.condition_text",
        "step_ids.deadline_days",
    )
    def _compute_picture(self):
        for flow in self:
            ordered = flow.step_ids.sorted(
                lambda step: (step.sequence, step._origin.id)
            )
            stages = groupby(ordered, key=lambda step: step.sequence)
            flow.picture = PICTURE.format(
                stages=Markup().join(
                    STAGE.format(boxes=Markup().join(step._box() for step in steps))
                    for _sequence, steps in stages
                )
            )

    def action_simulate(self):
        """Try the flow on a sample before it goes live."""
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Try the flow"),
            "res_model": "pemda.approval.simulation",
            "views": [(False, "form")],
            "target": "new",
            "context": {"default_flow_id": self.id},
        }


class ApprovalStep(models.Model):
    _inherit = "pemda.approval.step"

    def _box(self):
        places = dict(self._fields["place"]._description_selection(self.env))
        modes = dict(self._fields["mode"]._description_selection(self.env))
        mode = "" if self.mode == "one" else modes[self.mode]
        count = f" ({self.count})" if self.mode == "some" else ""
        term = (
            self.env._("%(days)s working days", days=self.deadline_days)
            if self.deadline_days
            else ""
        )
        return BOX.format(
            state="conditional" if self.condition_text else "open",
            name=self.name or "",
            office=f"{self.office_id.name or ''} {mode}{count}".strip(),
            place=self.place_unit_id.name or places.get(self.place, ""),
            who=self.condition_text or "",
            when=term,
        )
