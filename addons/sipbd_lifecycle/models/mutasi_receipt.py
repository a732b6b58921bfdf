from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .mutasi_letters import THERE


class Mutasi(models.Model):
    """The receiving side: who confirms the receipt, and the room of the goods."""

    _inherit = "sipbd.mutasi"

    receiver_vacancy = fields.Char(compute="_compute_receiver_vacancy")
    can_receive = fields.Boolean(compute="_compute_can_receive")

    @api.depends("unit_id", "to_unit_id", "state")
    def _compute_receiver_vacancy(self):
        """Told while the document is written, not when it arrives there."""
        for mutasi in self:
            running = mutasi.state not in ("draft", "returned", "running")
            mutasi.receiver_vacancy = not running and mutasi._receiver_vacancy()

    def _receiver_vacancy(self):
        """Sentences on offices of the receiving side that nobody holds, or False."""
        if not self.unit_id or not self.to_unit_id:
            return False
        today = self.env.company.sudo()._pemda_today()
        holders = self.env["pemda.office.holder"].sudo()
        texts = []
        for step in self._flow().step_ids.filtered(lambda each: each.place in THERE):
            unit = step._unit(self.unit_id, self.to_unit_id, today)
            held = holders._in_force(today) & Domain(
                [("office_id", "=", step.office_id.id), ("unit_id", "=", unit.id)]
            )
            if not holders.search_count(held, limit=1):
                texts.append(step.office_id._vacancy_text(unit))
        return " ".join(texts) or False

    def action_submit(self):
        result = super().action_submit()
        vacancies = [text for text in self.mapped("receiver_vacancy") if text]
        if result is True and vacancies:
            return self._approval_notice(list(dict.fromkeys(vacancies)))
        return result

    @api.depends_context("uid")
    @api.depends("state", "to_unit_id")
    def _compute_can_receive(self):
        for mutasi in self:
            mutasi.can_receive = mutasi.state == "running" and mutasi._is_receiver()

    def _is_receiver(self):
        """Whether the user keeps the books of the receiving unit, or it is his turn."""
        mutasi = self.sudo()
        clerk_of = self.env.user._pemda_unit_ids("sipbd.group_asset_clerk")
        if mutasi.to_unit_id.filtered_domain([("id", "child_of", clerk_of)]):
            return True
        tasks = self.env["pemda.approval.task"].search(
            [("request_id", "=", mutasi.request_id.id), ("is_mine", "=", True)]
        )
        return any(task.sudo().step_id.place in THERE for task in tasks)

    def action_choose_room(self):
        """Let the receiving side say into which room the goods go."""
        self.ensure_one()
        self.check_access("read")
        self._check_receiving()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Choose the room"),
            "res_model": "sipbd.mutasi.room",
            "view_mode": "form",
            "target": "new",
            "context": {"default_mutasi_id": self.id},
        }

    def _check_receiving(self):
        """:raises UserError: unless the user receives goods that are on their way"""
        if not self.can_receive:
            raise UserError(
                self.env._(
                    "The room is chosen by the receiving unit while the transfer is on "
                    "its way."
                )
            )

    def _approval_check(self):
        """The room may be given up after it was chosen."""
        found = super()._approval_check()
        for mutasi in self:
            room = mutasi.sudo().to_room_id
            if room and not (room.active and room.unit_id == mutasi.to_unit_id):
                found.setdefault(mutasi.id, []).append(
                    self.env._(
                        "%(room)s is not a room of %(unit)s any more. Let the "
                        "receiving unit choose another one, or none.",
                        room=room.display_name,
                        unit=mutasi.to_unit_id.name,
                    )
                )
        return found

    def _choose_room(self, room):
        """:param room: of the receiving unit; empty for none"""
        self.check_access("read")
        self._check_receiving()
        room.check_access("read")
        if room and room.unit_id != self.sudo().to_unit_id:
            raise UserError(
                self.env._(
                    "%(room)s is not a room of %(unit)s.",
                    room=room.display_name,
                    unit=self.sudo().to_unit_id.display_name,
                )
            )
        self.sudo()._approval_as_engine().to_room_id = room
