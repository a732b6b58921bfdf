from odoo import models
from odoo.exceptions import UserError

from ..rules import transitions as rules
from ..rules.arguments import is_id, plain_text


class ApprovalTask(models.Model):
    """What people do with what waits for them.

    These are the ways in, from the screens and from every API: each looks up whose
    turn it is anew, and believes neither the ids nor the context that come with it.
    """

    _inherit = "pemda.approval.task"

    def action_decide(  # pylint: disable=too-many-arguments
        self, act, note="", step_id=None, field_notes=None, password="", code=""
    ):
        """Decide on these, one or thousands.

        :param act: approve, return or reject
        :param step_id: return to this earlier step; without it, to the maker
        :param field_notes: dict of a field or attachment and what is wrong there
        :param password: wanted where the kind of document asks for it
        :param code: of the authenticator; wanted where the kind asks for it
        :return: dict ``decided`` (count) and ``left`` (sentences: what was left, why)
        """
        tasks = self._chosen()
        tasks._check_confirmation(password, code)
        step = self._given("pemda.approval.step", step_id)
        if step_id and not step:
            raise UserError(self.env._("The step to return to does not exist."))
        outcome = self.env["pemda.approval.request"]._decide(
            tasks, act, note, step, self._checked_field_notes(field_notes)
        )
        return {"decided": len(outcome.request_ids), "left": outcome.left}

    def action_forward(self, office_id, unit_id, note, days=0):
        """Ask the office in the unit for its opinion (paraf)."""
        task = self._chosen()
        office = self._given("pemda.office", office_id)
        unit = self._given("hr.department", unit_id)
        if not office or not unit or not isinstance(days, int):
            raise UserError(self.env._("Choose the office and the unit to be asked."))
        self.env["pemda.approval.request"]._forward(task, office, unit, note, days)
        return True

    def action_opine(self, note):
        """Give the opinion that was asked."""
        self.env["pemda.approval.request"]._opine(self._chosen(), note)
        return True

    def _chosen(self):
        if not self or not all(map(is_id, self._ids)):
            raise UserError(self.env._("Choose first what you want to decide on."))
        return self.exists() or self

    def _given(self, model, record_id):
        """The record of a model with an id that came with a call; empty for no id."""
        records = self.env[model].browse([record_id] if is_id(record_id) else [])
        return records.exists()

    def _checked_field_notes(self, notes):
        """Notes per field or attachment, as texts.

        :raises UserError: they are something else
        """
        if not notes:
            return {}
        fits = isinstance(notes, dict) and all(
            isinstance(each, str) and len(each) <= 1000
            for pair in notes.items()
            for each in pair
        )
        if not fits or len(notes) > 200:
            raise UserError(
                self.env._("Notes per field are short texts, one for each field.")
            )
        return {plain_text(name): plain_text(note) for name, note in notes.items()}

    def _acts(self):
        """What the user may do with each: dict id -> acts, in the order of buttons."""
        roles = {"decide": {rules.DECIDER}, "opine": {rules.ADVISOR}}
        return {
            task.id: rules.acts(task.request_id.state, roles[task.purpose])
            for task in self.sudo()
            if task.sudo(False).is_mine
        }
