from dataclasses import replace

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import format_date

from odoo.addons.pemda_report.engine.formats import number, rupiah

from .lifecycle_batal import BATAL
from .lifecycle_naskah import TEXTS as NASKAH
from .sipbd_hapus import PENGELOLA, PENGGUNA
from .sql_file import sql_file

#: a decree is cancelled by who made it
KINDS = {PENGGUNA: "sipbd_hapus_batal", PENGELOLA: "sipbd_hapus_batal_pengelola"}


class HapusBatal(models.Model):
    """Pembatalan penghapusan: goods of a decree are acquired again (0109) from the day
    of this one, as they were when they left.

    It may be about some goods of the decree; when all are back, the decree itself is
    cancelled. A write-off that never happened is reversed in the ledger instead.
    """

    _name = "sipbd.hapus.batal"
    _description = "Cancellation of a write-off"
    _inherit = [BATAL, "sipbd.lifecycle.naskah"]
    _order = "id desc"

    _approval_kind_code = KINDS[PENGGUNA]
    _approval_payload_fields = (
        "unit_id",
        "hapus_id",
        "reason",
        "dasar",
        *NASKAH,
        "line_ids",
    )
    _lifecycle_asset_state = "akhir"
    _lifecycle_cancels = "hapus_id"
    _lifecycle_in_part = True
    _lifecycle_teks = "batal"

    hapus_id = fields.Many2one(
        "sipbd.hapus",
        string="Decree",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("state", "=", "approved")],
    )
    hapus_number = fields.Char(related="hapus_id.number", string="Number of the decree")
    reason = fields.Text(help="As the decree prints it.")
    dasar = fields.Char(
        string="Rests on",
        required=True,
        help="What shows that the goods are there: berita acara, its number and date.",
    )
    line_ids = fields.One2many(
        "sipbd.hapus.batal.line", "document_id", string="Goods list"
    )

    @api.depends("hapus_id.unit_id.name", "hapus_id.number")
    def _compute_display_name(self):
        for batal in self:
            hapus = batal.sudo().hapus_id
            batal.display_name = self.env._(
                "Cancellation of write-off %(number)s, %(unit)s",
                number=hapus.number or "",
                unit=hapus.unit_id.name or "",
            )

    def _fill(self):
        """Put those goods in that are still struck off."""
        assets = self.env["sipbd.asset"].search(self._goods_domain())
        if assets:
            self._add_goods(assets)

    def _goods_domain(self):
        ours = self.sudo().hapus_id.line_ids.asset_id.ids
        return super()._goods_domain() & Domain("id", "in", ours)

    def _add_goods(self, assets):
        others = assets - assets.filtered_domain(self._goods_domain())
        if others:
            raise UserError(
                self.env._(
                    "%(goods)s is not among the goods that this decree struck off.",
                    goods=others[0].display_name,
                )
            )
        return super()._add_goods(assets)

    def _facts_of_goods(self, goods):
        """Goods that have left are worth nothing now: the decree says what they
        were."""
        self.env.flush_all()
        return sql_file("batal_facts", goods=goods, hapus=self.hapus_id.ids)

    # what the engine asks

    def _lifecycle_kind_code(self):
        return KINDS[self.sudo().hapus_id.penguasaan or PENGGUNA]

    def _approval_facts(self):
        causes = set(self.hapus_id.line_ids.sebab_id.mapped("code"))
        return replace(super()._approval_facts(), causes=tuple(sorted(causes)))

    def _approval_preview(self):
        _, hapus = self.env._, self.hapus_id
        return [
            (_("Takes back"), hapus.display_name),
            (_("Dated"), format_date(self.env, hapus.date) if hapus.date else "-"),
            (
                _("Goods"),
                _(
                    "%(count)s of %(all)s",
                    count=number(self.line_count),
                    all=number(hapus.line_count),
                ),
            ),
            (_("Acquisition value"), rupiah(self.nilai)),
            (_("Rests on"), self.dasar or ""),
            (_("Reason"), self.reason or ""),
        ]

    def _lifecycle_problems(self):
        """Rows of ``batal_check.sql``, in the shape of those of other documents."""
        return self._first_problems("batal_check", model=self._name, documents=self.ids)

    def _lifecycle_problem_text(self, row):
        if row["problem"] == "other":
            return self.env._(
                "%(goods)s was struck off again by another decree. Take it out.",
                goods=row["goods"],
            )
        return super()._lifecycle_problem_text(row)

    def _lifecycle_gone_text(self, goods):
        return self.env._(
            "%(goods)s is in the register: there is nothing to cancel. Take it out.",
            goods=goods,
        )

    # what it does

    def _approval_effect(self):
        """The goods come back; a decree of which nothing is left is cancelled."""
        acts = []
        for batal in self:
            source = batal._lifecycle_source("sk")
            note = self.env._(
                "Cancels %(number)s of %(date)s",
                number=batal.hapus_id.number,
                date=format_date(self.env, batal.hapus_id.date),
            )
            plan = batal.line_ids.asset_id._plan_restore()
            acts += [{**source, **act, "note": note} for act in plan]
        self.env["sipbd.asset"]._book(acts)
        self._cancel_when_all_are_back()
