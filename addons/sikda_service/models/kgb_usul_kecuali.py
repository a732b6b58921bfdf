from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from odoo.addons.pemda_approval.models.engine_token import as_engine
from odoo.addons.pemda_approval.rules.transitions import EDITABLE, RUNNING

from . import sentences


class KgbUsul(models.Model):
    """Deciding on a proposal without those who do not fit any more.

    One who has moved, retired or been promoted since must not hold up forty others,
    and nobody drops out of a decision unseen. So the system leaves nobody out by
    itself: the document stays as it was submitted, whoever decides is told before he
    does who does not fit and why, and leaves exactly those out by an act of his own,
    with a reason. It is written to a list that only grows, and his approval names in
    its chain whom it does not cover. Without that act the approval is refused and
    nothing is half done.

    Whoever was left out gets no number, no letter and no row, and may be proposed anew
    at once. A proposal that is submitted again is decided on as a whole.
    """

    _inherit = "sikda.kgb.usul"

    kecuali_ids = fields.One2many(
        "sikda.kgb.usul.kecuali", "usul_id", string="Left out of the decision"
    )
    kecuali_count = fields.Integer(
        string="People left out", compute="_compute_kecuali_count"
    )
    misfits = fields.Text(
        compute="_compute_misfits",
        help="Who does not fit any more, told to those who decide.",
    )

    @api.depends("line_ids.kecuali_id")
    def _compute_kecuali_count(self):
        found = dict(
            self.env["sikda.kgb.usul.line"]
            .sudo()
            ._read_group(
                [("usul_id", "in", self.ids), ("kecuali_id", "!=", False)],
                ["usul_id"],
                ["__count"],
            )
        )
        for usul in self:
            usul.kecuali_count = found.get(usul._origin, 0)

    @api.depends("state", "line_ids.kecuali_id")
    @api.depends_context("uid", "lang")
    def _compute_misfits(self):
        mine = self.filtered(lambda usul: usul.state == RUNNING and usul._my_tasks())
        texts = {usul.id: [] for usul in mine}
        for row, _code, why in mine.sudo()._misfits():
            texts[row["usul_id"]].append(f"{row['nama']} {why}")
        for usul in self:
            lines = sentences.shortened(self.env, texts.get(usul.id, []))
            usul.misfits = "\n".join(lines)

    def _my_tasks(self):
        """What waits in this proposal for a decision of the user."""
        self.ensure_one()
        return self.env["pemda.approval.task"].search(
            [
                ("request_id", "=", self.sudo().request_id.id),
                ("purpose", "=", "decide"),
                ("is_mine", "=", True),
            ]
        )

    def action_leave_out(self):
        """Leave those out who do not fit any more: asks why."""
        self.ensure_one()
        self.check_access("read")
        dialog = self.env["sikda.kgb.usul.leave"].create({"usul_id": self.id})
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Leave out of the decision"),
            "res_model": dialog._name,
            "res_id": dialog.id,
            "views": [(False, "form")],
            "target": "new",
        }

    def _leave_out(self, reason):
        """Leave those out who do not fit, in the name of the user whose turn it is.

        :raises UserError: nobody stands in the way, or nobody would be left
        """
        self.ensure_one()
        turn = self._turn()
        request = self.sudo().request_id
        common = {
            "usul_id": self.id,
            "round": request.round,
            "alasan": reason,
            "oleh": self._signed_by(turn),
            "document_hash": self._submitted_hash(),
        }
        rows = self.env["sikda.kgb.usul.kecuali"].sudo()
        rows = rows.create(
            [
                {
                    **common,
                    "employee_id": row["employee_id"],
                    "nama": row["nama"],
                    "nip": row["nip"],
                    "tmt": row["tmt"],
                    "kode": code,
                    "sebab": why,
                }
                for row, code, why in self._left_out_misfits()
            ]
        )
        lines = self.sudo().line_ids.grouped("employee_id")
        for row in rows:
            as_engine(lines[row.employee_id]).kecuali_id = row
        return rows

    def _submitted_hash(self):
        """:raises UserError: the document is not as it was submitted"""
        request = self.sudo().request_id
        found = request._current_hashes(request)[request.id]
        if found != request.document_hash:
            raise UserError(
                self.env._(
                    "“%(document)s” is not as it was submitted. Return it to the "
                    "maker.",
                    document=request.title,
                )
            )
        return found

    def _left_out_misfits(self):
        """:raises UserError: nobody stands in the way, or nobody would be left"""
        misfits = self.sudo()._misfits()
        if not misfits:
            raise UserError(
                self.env._("Nothing stands in anybody's way: decide on all of them.")
            )
        if len(misfits) == len(self.sudo()._decided_lines()):
            raise UserError(
                self.env._(
                    "Nobody would be left to decide on: return the proposal, or reject "
                    "it."
                )
            )
        return misfits

    def _turn(self):
        """The turn of the user on this proposal, which nobody else takes meanwhile.

        :raises UserError: it is not his
        """
        tasks = self._my_tasks()
        turns = self.env["pemda.approval.request"]._take_turns(tasks)
        if not turns:
            raise AccessError(self.env._("This does not wait for you."))
        return turns[0]

    def _signed_by(self, turn):
        """Office and name of whoever leaves people out, as decisions have them."""
        decision = self.env["pemda.approval.decision"].sudo()
        step = self.env["pemda.approval.step"].sudo().browse(turn.step_id)
        return decision.new(
            {
                "office_id": turn.office_id,
                "unit_id": turn.unit_id,
                "capacity": turn.capacity,
                "person": turn.person,
                "on_behalf": step.on_behalf_office_id._signed_as(),
            }
        )._signature_text()

    def _decided_lines(self):
        """Whom the decision covers."""
        return self.line_ids.filtered(lambda line: not line.kecuali_id)

    def _letters(self):
        """Whoever has a letter that was not taken back."""
        return self._decided_lines().filtered(lambda line: not line.batal_id)

    def action_submit(self):
        """What is submitted anew is decided on as a whole."""
        self._approval_chosen()
        self.check_access("write")
        for usul in self.sudo():
            left_out = usul.line_ids - usul._decided_lines()
            if left_out and usul.state in EDITABLE:
                as_engine(left_out).kecuali_id = False
        return super().action_submit()
