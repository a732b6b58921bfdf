from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules import transitions as rules
from ..rules import working_days

#: working days in which an opinion may be wanted, at most
LONGEST_TERM = 30


class ApprovalRequest(models.Model):
    """Opinions (paraf): asked by whoever decides, given by another office.

    They bind nobody: the step still waits for the same office.
    """

    _inherit = "pemda.approval.request"

    @api.model
    def _forward(self, task, office, unit, note, days=0):
        """Ask another office for its opinion on what waits for the user.

        :param days: working days in which the opinion is wanted; 0: no term
        """
        note = self._checked_note(rules.FORWARD, note)
        if not 0 <= days <= LONGEST_TERM:
            raise UserError(
                self.env._(
                    "Ask for an opinion within 1 to %(days)s working days.",
                    days=LONGEST_TERM,
                )
            )
        turn = self._single_turn(task, "decide")
        request = self.browse(turn.request_id).sudo()
        request._check_may_be_asked(office, unit)
        hashes = self._current_hashes(request)
        self._record_turns([turn], hashes, {"act": rules.FORWARD, "note": note})
        today = self.env.company.sudo()._pemda_today()
        holidays = self.env["pemda.holiday"]._days()
        self._insert_tasks(
            [
                {
                    "request_id": request.id,
                    "step_id": turn.step_id,
                    "purpose": "opine",
                    "round": request.round,
                    "sequence": request.stage,
                    "office_id": office.id,
                    "unit_id": unit.id,
                    "since": fields.Datetime.now(),
                    "due_date": working_days.due_date(today, days, holidays)
                    if days
                    else None,
                    "question": note,
                }
            ]
        )

    def _check_may_be_asked(self, office, unit):
        """:raises UserError: the office is asked already, or nobody holds it"""
        asked = self.task_ids.filtered(
            lambda t: (
                t.state == "waiting"
                and t.purpose == "opine"
                and (t.office_id, t.unit_id) == (office, unit)
            )
        )
        if asked:
            raise UserError(
                self.env._(
                    "%(office)s, %(unit)s has been asked already.",
                    office=office.name,
                    unit=unit.name,
                )
            )
        holders = self.env["pemda.office.holder"]
        if not holders._acting(office, unit, self.kind_id):
            raise UserError(office._vacancy_text(unit))

    @api.model
    def _opine(self, task, note):
        """Give the opinion that was asked; it says what the note says."""
        note = self._checked_note(rules.FORWARD, note)
        turn = self._single_turn(task, "opine")
        request = self.browse(turn.request_id).sudo()
        hashes = self._current_hashes(request)
        self._record_turns([turn], hashes, {"act": rules.OPINE, "note": note})
        self._finish_tasks([turn.task_id], "done")

    @api.model
    def _single_turn(self, task, purpose):
        task.ensure_one()
        turns = self._take_turns(task, purpose)
        if not turns:
            raise self._no_turn_error(task)
        return turns[0]
