from dataclasses import replace

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Domain
from odoo.tools import format_date

from odoo.addons.pemda_approval.rules.transitions import EDITABLE
from odoo.addons.pemda_report.engine.formats import number, rupiah
from odoo.addons.sipbd.models.asset_act_class import LOST

from .lifecycle_check import NAMED
from .sql_file import sql_file

#: what is written when the claim (tuntutan ganti rugi) is decided, long afterwards
CLAIM = frozenset({"tgr", "tgr_number", "tgr_date", "tgr_note"})


class Hilang(models.Model):
    """Goods are lost: they wait in Aset Lain-Lain (0604) until the claim is settled.

    The custodian stays on them, and is kept here, until it is decided whether he pays
    (tuntutan ganti rugi).
    """

    _name = "sipbd.hilang"
    _description = "Loss of goods"
    _inherit = ["sipbd.lifecycle.document"]
    _order = "id desc"

    _approval_kind_code = "sipbd_hilang"
    _approval_payload_fields = (
        "unit_id",
        "lost_date",
        "place",
        "reason",
        "polisi_number",
        "polisi_date",
        "line_ids",
    )
    _approval_free_fields = CLAIM

    lost_date = fields.Date(string="Lost on", required=True)
    place = fields.Char(required=True)
    reason = fields.Text(
        string="What happened", required=True, help="As the report prints it."
    )
    polisi_number = fields.Char(string="Police letter number", required=True)
    polisi_date = fields.Date(string="Police letter dated", required=True)
    tgr = fields.Selection(
        [
            ("tunggu", "Waits for the decision"),
            ("ganti", "To be replaced or paid"),
            ("bebas", "Nobody is liable"),
        ],
        string="Claim (TGR)",
        required=True,
        default="tunggu",
        copy=False,
        tracking=True,
    )
    tgr_number = fields.Char(
        string="Decision on the claim, number", copy=False, tracking=True
    )
    tgr_date = fields.Date(
        string="Decision on the claim, dated", copy=False, tracking=True
    )
    tgr_note = fields.Text(string="What was decided", copy=False)
    line_ids = fields.One2many("sipbd.hilang.line", "document_id", string="Goods list")
    batal_ids = fields.One2many(
        "sipbd.hilang.batal", "hilang_id", string="Cancellations"
    )

    _claim_decided = models.Constraint(
        "check(tgr = 'tunggu' OR (tgr_number <> '' AND tgr_date IS NOT NULL))",
        "Give number and date of the decision on the claim.",
    )
    _days_plausible = models.Constraint(
        "check(lost_date >= '1900-01-01' AND polisi_date >= '1900-01-01')",
        "The loss and the police letter are dated after 1900: correct the days.",
    )

    @api.depends("unit_id.name", "lost_date")
    def _compute_display_name(self):
        for hilang in self:
            hilang.display_name = self.env._(
                "Loss of %(day)s, %(unit)s",
                day=format_date(self.env, hilang.lost_date) or "-",
                unit=hilang.sudo().unit_id.name or "",
            )

    @api.constrains("tgr_date")
    def _check_tgr_date(self):
        today = self.env.company.sudo()._pemda_today()
        for hilang in self.filtered("tgr_date"):
            if not hilang.lost_date <= hilang.tgr_date <= today:
                raise ValidationError(
                    self.env._(
                        "The decision on the claim is dated between the loss and today."
                    )
                )

    def _goods_domain(self):
        lost = self.env["sipbd.asset"]._kode(LOST)
        return super()._goods_domain() & Domain("code_id", "!=", lost.id)

    def _add_goods(self, assets):
        count = super()._add_goods(assets)
        self._copy_holders()
        return count

    def _copy_holders(self):
        """Who has the goods, with the numbers that the police names, into the lines."""
        self.env.flush_all()
        self.env.cr.execute(sql_file("hilang_holders", documents=self.ids))
        self.line_ids.invalidate_model()

    def _approval_lock(self):  # pylint: disable=missing-return
        super()._approval_lock()
        self.filtered(lambda each: each.state in EDITABLE)._copy_holders()

    def _lifecycle_undo_text(self):
        return self.env._(
            "Open the report of the loss and choose “Found again or reported in error”."
        )

    def _approval_facts(self):
        return replace(super()._approval_facts(), causes=("hilang",))

    def _approval_preview(self):
        _ = self.env._
        letter = f"{self.polisi_number}, {format_date(self.env, self.polisi_date)}"
        holders = dict.fromkeys(filter(None, self.line_ids.mapped("holder_name")))
        return [
            (_("Lost on"), format_date(self.env, self.lost_date)),
            (_("Place"), self.place or ""),
            (_("Police letter"), letter),
            (_("Custodian"), ", ".join([*holders][:5]) or "-"),
            (_("Goods"), number(self.line_count)),
            (_("Acquisition value"), rupiah(self.nilai)),
            (_("Book value"), rupiah(self.buku)),
            (_("What happened"), self.reason or ""),
        ]

    def _approval_check(self):
        found = super()._approval_check()
        for hilang in self:
            texts = list(hilang._goods_problems())
            if texts:
                found.setdefault(hilang.id, []).extend(texts)
        return found

    def _own_problems(self):
        yield from super()._own_problems()
        _, today = self.env._, self._lifecycle_date()
        if self.lost_date > today or self.polisi_date > today:
            yield _("The day of the loss or of the police letter is yet to come.")
        if self.polisi_date < self.lost_date:
            yield _("The police letter is older than the loss.")

    def _goods_problems(self):
        """Sentences on goods that cannot be reported lost by this document."""
        found = [
            (line, problem)
            for line in self.line_ids
            if (problem := self._goods_problem(line))
        ]
        for line, problem in found[:NAMED]:
            yield self._goods_problem_text(problem, f"{line.nibar} {line.name}")
        yield from self._goods_not_named(len(found))

    def _goods_problem(self, line):
        asset = line.asset_id
        if asset.code_id.code == LOST:
            return "lost"
        if asset.holder_id != line.holder_id:
            return "holder"
        if asset.tanggal_perolehan:
            later = asset.tanggal_perolehan > self.lost_date
        else:
            later = asset.tahun_perolehan > self.lost_date.year
        return "later" if later else None

    def _goods_problem_text(self, problem, goods):
        match problem:
            case "lost":
                return self.env._(
                    "%(goods)s was reported lost before. Take it out.", goods=goods
                )
            case "holder":
                return self.env._(
                    "%(goods)s has another custodian than when the document was "
                    "submitted. Return it to the maker.",
                    goods=goods,
                )
            case "later":
                return self.env._(
                    "%(goods)s was acquired after the day of the loss. Correct that "
                    "day, or take the goods out.",
                    goods=goods,
                )

    def _approval_effect(self):
        for hilang in self:
            assets = hilang.line_ids.asset_id
            letter = hilang.env._(
                "Police letter %(number)s of %(date)s",
                number=hilang.polisi_number,
                date=format_date(hilang.env, hilang.polisi_date),
            )
            source = hilang._lifecycle_source("ba")
            assets._book_plan(assets._plan_lost(), {**source, "note": letter})

    # found again, or reported in error

    def _still_lost(self):
        """Goods that stand under the code of lost ones; as superuser."""
        return self.sudo().line_ids.asset_id.filtered(
            lambda asset: asset.state == "aktif" and asset.code_id.code == LOST
        )

    def _check_still_lost(self):
        """:raises UserError: none of the goods is; with the decree that struck them
        off, if one has
        """
        if self._still_lost():
            return
        decree = self.sudo().line_ids.asset_id._write_offs()[:1]
        if decree:
            raise UserError(
                self.env._(
                    "None of the goods of this report can come back: %(goods)s was "
                    "struck off by decree %(number)s of %(date)s. Cancel that "
                    "write-off first.",
                    goods=decree.asset_id.display_name,
                    number=decree.document_number,
                    date=format_date(self.env, decree.document_date),
                )
            )
        raise UserError(
            self.env._("None of the goods of this report is lost any more.")
        )

    def action_revoke(self):
        """Begin the document that takes this one back."""
        self.ensure_one()
        self.check_access("read")
        if self.state == "approved":
            self._check_still_lost()
        return self.env["sipbd.hilang.batal"]._form_for(self)
