from dataclasses import replace

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_date

from odoo.addons.pemda_report.engine.formats import number
from odoo.addons.sipbd.models.asset_act_class import LOST
from odoo.addons.sipbd.rules.ledger import REVERSAL

from .lifecycle_batal import BATAL
from .lifecycle_check import NAMED

FOUND, WRONG = "ditemukan", "keliru"
#: kind by which goods come out of Aset Lain-Lain, as “Back from Aset Lain-Lain”
BACK = "0607"
LEGS = ("into", "out")


class HilangBatal(models.Model):
    """Takes a report of loss back: goods are in use again under their former code.

    Goods that were found again were lost until then: they come back on the day of this
    document (0607). A loss that never happened is reversed on its own date, as long as
    that is open and nothing else was booked since. It may be about some of the goods;
    when all are back, the report itself is cancelled.
    """

    _name = "sipbd.hilang.batal"
    _description = "Cancellation of a loss"
    _inherit = [BATAL]
    _order = "id desc"

    _approval_kind_code = "sipbd_hilang_batal"
    _approval_payload_fields = (
        "unit_id",
        "hilang_id",
        "sebab",
        "found_date",
        "dasar",
        "reason",
        "line_ids",
    )
    _lifecycle_cancels = "hilang_id"
    _lifecycle_in_part = True

    hilang_id = fields.Many2one(
        "sipbd.hilang",
        string="Report of loss",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("state", "=", "approved")],
    )
    hilang_number = fields.Char(
        related="hilang_id.number", string="Number of the report"
    )
    sebab = fields.Selection(
        [(FOUND, "Found again"), (WRONG, "Reported in error")],
        string="Because",
        required=True,
        default=FOUND,
    )
    found_date = fields.Date(string="Found on")
    dasar = fields.Char(
        string="Rests on",
        required=True,
        help="What shows that the goods are there: berita acara, its number and date.",
    )
    reason = fields.Text(help="As the report prints it.")
    line_ids = fields.One2many(
        "sipbd.hilang.batal.line", "document_id", string="Goods list"
    )

    _day_plausible = models.Constraint(
        "check(found_date >= '1900-01-01')",
        "The goods were found after 1900: correct the day.",
    )

    @api.depends("hilang_id.number", "hilang_id.unit_id.name")
    def _compute_display_name(self):
        for batal in self:
            hilang = batal.sudo().hilang_id
            batal.display_name = self.env._(
                "Cancellation of loss %(number)s, %(unit)s",
                number=hilang.number or "",
                unit=hilang.unit_id.name or "",
            )

    def _fill(self):
        """Put those goods in that are still lost."""
        hilang = self.sudo().hilang_id
        hilang._check_still_lost()
        self._add_goods(hilang._still_lost().with_env(self.env))

    def _goods_domain(self):
        lost = self.sudo().hilang_id._still_lost()
        return super()._goods_domain() & Domain("id", "in", lost.ids)

    def _add_goods(self, assets):
        others = assets - self.sudo().hilang_id.line_ids.asset_id
        if others:
            raise UserError(
                self.env._(
                    "%(goods)s is not among the goods that this report says are lost.",
                    goods=others[0].display_name,
                )
            )
        return super()._add_goods(assets)

    # what the engine asks

    def _approval_facts(self):
        return replace(super()._approval_facts(), causes=(self.sebab,))

    def _approval_preview(self):
        _, hilang = self.env._, self.hilang_id
        why = dict(self._fields["sebab"]._description_selection(self.env))
        claims = dict(hilang._fields["tgr"]._description_selection(self.env))
        claim = " ".join(filter(None, (claims[hilang.tgr], hilang.tgr_number)))
        found = format_date(self.env, self.found_date) if self.found_date else "-"
        return [
            (_("Takes back"), hilang.display_name),
            (_("Number"), hilang.number or "-"),
            (_("Because"), why[self.sebab]),
            (_("Found on"), found),
            (_("Rests on"), self.dasar or ""),
            (
                _("Goods"),
                _(
                    "%(count)s of %(all)s",
                    count=number(self.line_count),
                    all=number(hilang.line_count),
                ),
            ),
            (_("Claim (TGR)"), claim),
            (_("Reason"), self.reason or ""),
        ]

    def _own_problems(self):
        yield from super()._own_problems()
        if self.sebab == FOUND and not self.found_date:
            yield self.env._("Say on which day the goods were found.")
        day = self.found_date
        if day and not self.hilang_id.lost_date <= day <= self._lifecycle_date():
            yield self.env._("The goods were found between the loss and today.")

    def _batal_problems(self):
        """Goods that this report does not hold lost any more."""
        yield from super()._batal_problems()
        if self.hilang_id.state != "approved":
            return
        booked = {row["asset_id"]: row for row in self._booked_acts("hilang_acts")}
        found = []
        for line in self.line_ids.filtered(lambda each: each.asset_id.state == "aktif"):
            row = booked.get(line.asset_id.id)
            if line.asset_id.code_id.code != LOST or not row:
                found.append((line, "back"))
            elif row["again"]:
                found.append((line, "again"))
        for line, problem in found[:NAMED]:
            yield self._batal_problem_text(problem, f"{line.nibar} {line.name}")
        yield from self._goods_not_named(len(found))

    def _batal_problem_text(self, problem, goods):
        if problem == "back":
            return self.env._(
                "%(goods)s is in use again already. Take it out.", goods=goods
            )
        return self.env._(
            "%(goods)s was reported lost again by another document. Take it out, and "
            "take that one back.",
            goods=goods,
        )

    def _lifecycle_problem_text(self, row):
        """What was struck off since comes back by the cancellation of its decree."""
        if row["problem"] == "gone":
            line = self.sudo().browse(row["document_id"]).line_ids
            line = line.filtered(lambda each: each.position == row["position"])
            decree = line.asset_id._write_offs()
            if decree:
                return self.env._(
                    "%(goods)s was struck off by decree %(number)s of %(date)s. Cancel "
                    "that write-off first, or take the goods out.",
                    goods=row["goods"],
                    number=decree.document_number,
                    date=format_date(self.env, decree.document_date),
                )
        return super()._lifecycle_problem_text(row)

    # what it does

    def _approval_effect(self):
        assets = self.env["sipbd.asset"]
        for batal in self:
            reversals, acts = batal._acts_back()
            if reversals:
                assets._book(reversals)
            if acts:
                assets._book(acts)
        self._cancel_when_all_are_back()

    def _acts_back(self):
        """Acts by which the goods are in use again: reversals, and those of today."""
        source = self._lifecycle_source("ba")
        note = self.env._(
            "Takes back %(number)s of %(date)s",
            number=self.hilang_id.number,
            date=format_date(self.env, self.hilang_id.date),
        )
        closed = self.env["sipbd.asset"]._closed_until()
        condition = {
            line.asset_id.id: line.kondisi_kembali
            for line in self.line_ids
            if line.kondisi_kembali
        }
        reversals, acts = [], []
        for row in self._booked_acts("hilang_acts"):
            asset_id = row["asset_id"]
            last = row["latest_id"] == row["into_id"]
            never = self.sebab == WRONG and asset_id not in condition
            if never and last and row["booking_date"] > closed:
                reversals += [
                    {
                        **source,
                        "asset_id": asset_id,
                        "kind": REVERSAL,
                        "booking_date": row["booking_date"],
                        "nilai": -float(row[f"{leg}_nilai"]),
                        "jumlah": -float(row[f"{leg}_jumlah"]),
                        "akumulasi": -float(row[f"{leg}_akumulasi"]),
                        "unit_id": row["unit_id"],
                        "code_id": row[f"{leg}_code_id"],
                        "komptabel": row["komptabel"],
                        "kondisi": row["kondisi"],
                        "room_id": row["room_id"],
                        "holder_id": row["holder_id"],
                        "reversal_of_id": row[f"{leg}_id"],
                        "note": note,
                    }
                    for leg in LEGS
                ]
                continue
            act = {
                **source,
                "asset_id": asset_id,
                "kind": BACK,
                "code_id": row["out_code_id"],
                "note": note,
            }
            if asset_id in condition:
                act["kondisi"] = condition[asset_id]
            acts.append(act)
        return reversals, acts
