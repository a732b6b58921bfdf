from odoo import api, fields, models
from odoo.tools import format_date

from .sentences import NAMED, shortened
from .sql_file import sql_file


class KgbBatal(models.Model):
    """Takes an approved proposal back, or some of its letters: they are void, and the
    rows that they wrote into the histories stand no more. Nothing is deleted."""

    _name = "sikda.kgb.batal"
    _description = "Cancellation of KGB"
    _inherit = ["pemda.approval.document", "mail.thread"]
    _order = "id desc"
    _named_to_readers_only = True

    _approval_kind_code = "sikda_kgb_batal"
    _approval_payload_fields = ("unit_id", "usul_id", "line_ids", "reason")

    unit_id = fields.Many2one(
        compute="_compute_unit_id", store=True, precompute=True, readonly=True
    )
    usul_id = fields.Many2one(
        "sikda.kgb.usul",
        string="Proposal to take back",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("state", "=", "approved")],
    )
    line_ids = fields.Many2many(
        "sikda.kgb.usul.line",
        string="Only the letters of",
        domain="[('usul_id', '=', usul_id), ('batal_id', '=', False),"
        " ('kecuali_id', '=', False)]",
        help="Empty: all letters of the proposal.",
    )
    line_count = fields.Integer(string="Letters", compute="_compute_line_count")
    reason = fields.Text(required=True)
    can_withdraw = fields.Boolean(related="request_id.can_withdraw")

    @api.depends("usul_id")
    def _compute_unit_id(self):
        for batal in self:
            batal.unit_id = batal.sudo().usul_id.unit_id

    @api.depends("usul_id", "line_ids")
    def _compute_line_count(self):
        for batal in self:
            usul = batal.sudo().usul_id
            batal.line_count = len(batal.line_ids) or len(usul._letters())

    @api.depends("usul_id.unit_id.name", "usul_id.number")
    def _compute_display_name(self):
        for batal in self:
            usul = batal.sudo().usul_id
            batal.display_name = self.env._(
                "Cancellation of KGB %(unit)s, %(number)s",
                unit=usul.unit_id.name or "",
                number=usul.number or "",
            )

    @api.model_create_multi
    def create(self, vals_list):
        batal = super().create(vals_list)
        batal.usul_id.with_env(self.env).check_access("read")
        return batal

    def write(self, vals):
        result = super().write(vals)
        if "usul_id" in vals:
            self.usul_id.with_env(self.env).check_access("read")
        return result

    def _approval_preview(self):
        usul = self.usul_id
        _ = self.env._
        rows = [
            (_("Takes back"), usul.display_name),
            (_("Number"), usul.number or "-"),
            (_("Dated"), format_date(self.env, usul.date) if usul.date else "-"),
            (_("Letters"), f"{self.line_count} / {usul.line_count}"),
            (_("Reason"), self.reason or ""),
        ]
        if self.line_ids:
            rows.append((_("Only the letters of"), ", ".join(self._names())))
        return rows

    def _names(self):
        names = self.line_ids.mapped("nama")
        more = ["…"] if len(names) > NAMED else []
        return names[:NAMED] + more

    def _taken_back(self):
        """The letters that are void by these documents."""
        lines = self.line_ids
        for batal in self.filtered(lambda each: not each.line_ids):
            lines |= batal.usul_id._letters()
        return lines

    def _approval_check(self):
        found = {batal.id: [] for batal in self}
        rests = self._rests()
        for batal in self:
            if batal.usul_id.state != "approved":
                found[batal.id].append(
                    self.env._("Only an approved proposal is taken back.")
                )
            elif batal._others():
                found[batal.id].append(
                    self.env._("Another cancellation of this proposal is under way.")
                )
            elif not batal.line_ids <= batal.usul_id._letters():
                found[batal.id].append(
                    self.env._(
                        "Choose letters of this proposal that were not taken back yet."
                    )
                )
            ours = [rests[line.id] for line in batal._taken_back() if line.id in rests]
            found[batal.id] += shortened(self.env, ours)
        return {batal_id: texts for batal_id, texts in found.items() if texts}

    def _others(self):
        return self.usul_id.batal_ids.filtered(
            lambda other: other != self and other.state in ("running", "returned")
        )

    def _rests(self):
        """On people whose rise cannot be taken back: dict id of line -> sentence."""
        self.env.flush_all()
        found = {}
        for row in self.env.execute_query_dict(
            sql_file("kgb_rests", lines=self._taken_back().ids)
        ):
            if row["why"] == "corrected":
                text = self.env._(
                    "%(name)s: the row of the history was corrected by hand. Correct "
                    "that one instead.",
                    name=row["nama"],
                )
            else:
                text = self.env._(
                    "%(name)s: a later KGB rests on this one. Take that back first.",
                    name=row["nama"],
                )
            found[row["id"]] = text
        return found

    def _approval_effect(self):
        for batal in self:
            lines = batal._taken_back()
            rest = batal.usul_id._letters()
            batal.usul_id._take_back(lines, batal)
            if lines == rest:
                batal.usul_id._cancel_by(batal)
