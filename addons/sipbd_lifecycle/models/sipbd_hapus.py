from dataclasses import dataclass
from decimal import Decimal

from odoo import api, fields, models
from odoo.tools import SQL, format_date

from odoo.addons.pemda_approval.rules.steps import Facts
from odoo.addons.pemda_report.engine.formats import number, rupiah

from ..rules import hapus as rules
from .lifecycle_naskah import TEXTS as NASKAH

PENGGUNA, PENGELOLA = "pengguna", "pengelola"
KINDS = {PENGGUNA: "sipbd_hapus", PENGELOLA: "sipbd_hapus_pengelola"}
USUL = "sipbd_hapus_usul"
DECREES = {PENGGUNA: "sk", PENGELOLA: "sk_kepala_daerah"}


@dataclass(frozen=True)
class Agreement:
    """Who has to agree to a document, and the rows of the table that say so."""

    found: tuple[rules.Needed, ...]
    approvers: frozenset[str]


class Hapus(models.Model):
    """Penghapusan: goods leave the books of the pemda (Permendagri 19/2016 Pasal
    431-473).

    Usul and decree are one document. Goods at a pengguna are struck off by the
    pengelola, those at the pengelola by the kepala daerah; the ledger is written with
    the final decision, on its day. What stands against it is in ``hapus_check``.
    """

    _name = "sipbd.hapus"
    _description = "Write-off of goods"
    _inherit = ["sipbd.lifecycle.document", "sipbd.lifecycle.naskah"]
    _order = "id desc"

    _approval_kind_code = KINDS[PENGGUNA]
    _approval_payload_fields = (
        "unit_id",
        "penguasaan",
        "reason",
        "dprd_number",
        "dprd_date",
        "kecuali_id",
        *NASKAH,
        "dokumen_ids",
        "line_ids",
    )
    _lifecycle_engine_fields = frozenset({"usul_number", "usul_date"})
    _lifecycle_teks = DECREES[PENGGUNA]

    penguasaan = fields.Selection(
        [(PENGGUNA, "The pengguna barang"), (PENGELOLA, "The pengelola barang")],
        string="Held by",
        required=True,
        default=PENGGUNA,
        help="Goods at a pengguna are struck off by the pengelola, goods at the "
        "pengelola by the kepala daerah.",
    )
    sebab_id = fields.Many2one(
        "sipbd.hapus.sebab",
        string="Cause",
        ondelete="restrict",
        help="Of all goods for which the list does not say another one.",
    )
    reason = fields.Text(help="As the usul and the decree print it.")
    dprd_number = fields.Char(string="Approval of the DPRD, number", copy=False)
    dprd_date = fields.Date(string="Approval of the DPRD, dated", copy=False)
    kecuali_id = fields.Many2one(
        "sipbd.hapus.kecuali",
        string="Without the DPRD because",
        copy=False,
        ondelete="restrict",
    )
    usul_number = fields.Char(string="Number of the usul", readonly=True, copy=False)
    usul_date = fields.Date(string="Usul dated", readonly=True, copy=False)
    dokumen_ids = fields.One2many(
        "sipbd.hapus.dokumen", "document_id", string="Documents"
    )
    line_ids = fields.One2many("sipbd.hapus.line", "document_id", string="Goods list")
    batal_ids = fields.One2many("sipbd.hapus.batal", "hapus_id", string="Cancellations")
    perlu = fields.Text(
        string="Needs the approval of",
        compute="_compute_perlu",
        help="By the table of approvals, and why.",
    )
    perlu_dprd = fields.Boolean(string="Needs the DPRD", compute="_compute_perlu")
    peringatan = fields.Text(
        string="To be looked at",
        compute="_compute_peringatan",
        help="Does not stop the document.",
    )

    _dprd_date_plausible = models.Constraint(
        "check(dprd_date >= '1900-01-01')",
        "The approval of the DPRD is dated after 1900: correct it.",
    )

    @api.onchange("penguasaan")
    def _onchange_penguasaan(self):
        """The text of the decree of whoever signs it."""
        text = self.env["sipbd.lifecycle.teks"]._by_code(DECREES[self.penguasaan])
        for name in NASKAH:
            self[name] = text[name]

    @api.depends("unit_id.name", "number")
    def _compute_display_name(self):
        for hapus in self:
            hapus.display_name = " ".join(
                filter(
                    None,
                    (
                        self.env._(
                            "Write-off %(unit)s", unit=hapus.sudo().unit_id.name or ""
                        ),
                        hapus.number,
                    ),
                )
            )

    # lines and their cause

    def _add_goods(self, assets):
        count = super()._add_goods(assets)
        self.env["sipbd.hapus.line"]._default_cause(self)
        return count

    def write(self, vals):
        """Lines that have the cause of the document follow when it changes."""
        former = {hapus: hapus.sebab_id for hapus in self} if "sebab_id" in vals else {}
        result = super().write(vals)
        for hapus, sebab in former.items():
            if hapus.sebab_id and hapus.sebab_id != sebab:
                lines = hapus.line_ids.filtered(
                    lambda line, sebab=sebab: line.sebab_id == sebab
                )
                lines.write({"sebab_id": hapus.sebab_id.id})
        return result

    # what the engine asks

    def _lifecycle_kind_code(self):
        return KINDS[self.penguasaan or PENGGUNA]

    def _approval_facts(self):
        """Causes of the goods, and who has to agree beside the pengelola."""
        goods = self._goods_by_code()
        agreement = self._agreement(goods)
        causes = {each.cause for each in goods if each.cause} | agreement.approvers
        return Facts(
            amount=sum((each.perolehan for each in goods), Decimal(0)),
            codes=tuple(sorted({each.code for each in goods})),
            causes=tuple(sorted(causes)),
        )

    def _goods_by_code(self):
        """The goods by cause and code, as the rules take them."""
        self.ensure_one()
        if not self.ids:
            return []
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                "SELECT coalesce(sebab.code, ''), line.kode, sum(line.nilai)::text,"
                "       sum(coalesce(nullif(line.nilai_wajar, 0), line.nilai))::text,"
                "       count(*)"
                "  FROM sipbd_hapus_line line"
                "  LEFT JOIN sipbd_hapus_sebab sebab ON sebab.id = line.sebab_id"
                " WHERE line.document_id = ANY(%s)"
                " GROUP BY 1, 2",
                self.ids,
            )
        )
        return [
            rules.Goods(
                cause=cause,
                code=code or "",
                perolehan=Decimal(perolehan),
                wajar=Decimal(wajar),
                count=count,
            )
            for cause, code, perolehan, wajar, count in rows
        ]

    def _agreement(self, goods=None):
        """Who has to agree, as of the day of the document."""
        self.ensure_one()
        found = rules.needed(
            self.env["sipbd.hapus.syarat"]._rules(),
            self._goods_by_code() if goods is None else goods,
            self._lifecycle_date(),
        )
        return Agreement(found, rules.approvers(found, self._exception().id or None))

    def _exception(self):
        """The ground on which an approval is not asked for, if it holds that day."""
        day = self._lifecycle_date()
        return self.kecuali_id.filtered(lambda each: each._in_force(day))

    @api.depends("line_ids.sebab_id", "line_ids.nilai_wajar", "kecuali_id")
    def _compute_perlu(self):
        table = self.env["sipbd.hapus.syarat"].sudo()
        for hapus in self:
            agreement = hapus._origin.sudo()._agreement() if hapus._origin else None
            found = agreement.found if agreement else ()
            hapus.perlu = "\n".join(
                self._needed_text(table.browse(each.syarat.id), each) for each in found
            )
            hapus.perlu_dprd = any(each.syarat.approver == rules.DPRD for each in found)

    def _needed_text(self, row, each):
        """Who has to agree, to what and why."""
        who = dict(row._fields["approver"]._description_selection(self.env))
        text = self.env._(
            "%(who)s: %(why)s, %(count)s goods, Rp%(amount)s (%(basis)s)",
            who=who[row.approver],
            why=row.name,
            count=number(each.count),
            amount=number(each.amount),
            basis=row.legal_basis,
        )
        return self._doubted(text, row)

    def _exception_text(self):
        """The ground that is claimed, and the rule that knows it."""
        row = self.kecuali_id
        return self._doubted(f"{row.name} ({row.legal_basis})", row)

    def _doubted(self, text, row):
        doubt = self.env._("not confirmed")
        return f"{text} – {doubt}" if row.unconfirmed else text

    def _approval_preview(self):
        _ = self.env._
        causes = self.line_ids.grouped("sebab_id")
        held = dict(self._fields["penguasaan"]._description_selection(self.env))
        rows = [
            (_("Unit"), self.unit_id.display_name),
            (_("Held by"), held[self.penguasaan]),
            (
                _("Cause"),
                ", ".join(f"{each.name}: {len(causes[each])}" for each in causes),
            ),
            (_("Goods"), number(self.line_count)),
            (_("Acquisition value"), rupiah(self.nilai)),
            (_("Book value"), rupiah(self.buku)),
            (_("Reason"), self.reason or ""),
            (_("Rests on"), "; ".join(self._dokumen_texts())),
        ]
        rows += [(_("Needs the approval of"), text) for text in _lines(self.perlu)]
        if self.dprd_number:
            day = format_date(self.env, self.dprd_date) or "-"
            rows.append((_("Approval of the DPRD"), f"{self.dprd_number}, {day}"))
        if self.kecuali_id:
            rows.append((_("Without the DPRD because"), self._exception_text()))
        rows += [(_("To be looked at"), text) for text in _lines(self.peringatan)]
        return rows

    def _dokumen_texts(self):
        """The documents that it rests on, one sentence each."""
        return [
            self.env._(
                "%(kind)s %(number)s of %(date)s",
                kind=each.jenis_id.name,
                number=each.number,
                date=format_date(self.env, each.date),
            )
            for each in self.dokumen_ids
        ]

    def _lifecycle_arrived(self, request):
        """The usul has left the OPD: its number is taken, once in its life."""
        super()._lifecycle_arrived(request)
        places = request.flow_id.step_ids.filtered(
            lambda step: step.sequence == request.stage
        ).mapped("place")
        if self.usul_number or set(places) & {"unit", "nearest", "opd"}:
            return
        today = self.env.company.sudo()._pemda_today()
        parts = [self._approval_number_parts(today)]
        numbers = self.env["pemda.numbering"].sudo()._issue(USUL, parts)
        self._approval_as_engine().write(
            {"usul_number": numbers[0], "usul_date": today}
        )

    def _day_of(self, decision):
        """Local day of a decision."""
        zone = self.env.company.sudo().pemda_timezone
        moment = fields.Datetime.context_timestamp(
            self.with_context(tz=zone), decision.decided_at
        )
        return moment.date()

    # what it does

    def _approval_effect(self):
        """Strike the goods off, all of them in one booking."""
        acts = []
        for hapus in self:
            source = hapus._lifecycle_source("sk")
            for sebab, lines in hapus.line_ids.grouped("sebab_id").items():
                plan = lines.asset_id._plan_end(sebab.kind)
                acts += [{**source, **act, "note": sebab.name} for act in plan]
        self.env["sipbd.asset"]._book(acts)

    def action_revoke(self):
        """Begin the document that takes this one back."""
        return self.env["sipbd.hapus.batal"]._form_for(self)


def _lines(text):
    return (text or "").splitlines()
