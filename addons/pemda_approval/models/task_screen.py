from odoo import Command, api, fields, models

from ..rules import transitions as rules


class ApprovalTask(models.Model):
    """What the inbox shows of a waiting step, and its buttons."""

    _inherit = "pemda.approval.task"

    picture = fields.Html(related="request_id.picture")
    preview = fields.Html(related="request_id.preview")
    decision_ids = fields.One2many(related="request_id.decision_ids")
    can_decide = fields.Boolean(compute="_compute_buttons")
    can_opine = fields.Boolean(compute="_compute_buttons")
    last_note = fields.Text(compute="_compute_last_note")

    @api.depends("is_mine", "purpose", "state")
    @api.depends_context("uid")
    def _compute_buttons(self):
        acts = self._acts()
        for task in self:
            mine = acts.get(task.id, ())
            task.can_decide = rules.APPROVE in mine
            task.can_opine = rules.OPINE in mine

    @api.depends("request_id.decision_ids")
    def _compute_last_note(self):
        """What was said last: why it came back, or what an opinion says."""
        for task in self:
            notes = task.request_id.decision_ids.filtered("note")
            task.last_note = notes[-1:].note

    def action_approve(self):
        """Approve these: asks once more, and for the password where it is wanted."""
        return self._open_decide(rules.APPROVE)

    def action_return(self):
        return self._open_decide(rules.RETURN)

    def action_reject(self):
        return self._open_decide(rules.REJECT)

    def action_ask(self):
        return self._open_decide(rules.FORWARD)

    def action_answer(self):
        return self._open_decide(rules.OPINE)

    def action_open_document(self):
        self.ensure_one()
        return self.request_id.action_open_document()

    def _parts_to_note(self):
        """A line for each attachment of a single document, to say what is wrong."""
        mine = self.filtered("is_mine")
        if len(mine) != 1:
            return []
        document = mine.sudo().request_id._document()
        shown = document._approval_files_shown()
        return [Command.create({"subject": label}) for label, _links in shown]

    def _open_decide(self, act):
        chosen = self._chosen()
        wizard = self.env["pemda.approval.decide"].create(
            {
                "task_ids": chosen.ids,
                "act": act,
                "note_line_ids": chosen._parts_to_note() if act == rules.RETURN else [],
            }
        )
        return {
            "type": "ir.actions.act_window",
            "name": dict(wizard._fields["act"]._description_selection(self.env))[act],
            "res_model": wizard._name,
            "res_id": wizard.id,
            "views": [(False, "form")],
            "target": "new",
        }
