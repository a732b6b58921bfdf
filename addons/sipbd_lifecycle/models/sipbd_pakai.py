from dataclasses import replace

from odoo import api, fields, models
from odoo.fields import Domain

from odoo.addons.pemda_report.engine.formats import number, rupiah
from odoo.addons.sipbd.models.asset_act_class import LOST

from .sql_file import sql_file

HAND_OVER, HAND_BACK = "serah", "kembali"
#: kinds of what each books: use, return, correction of the condition
BOOKED = {HAND_OVER: ("1301", "1302"), HAND_BACK: ("1302", "0703")}
#: series of the number, part of its template
SERIES = {HAND_OVER: "BAST-PAKAI", HAND_BACK: "BA-KEMBALI"}


class Pakai(models.Model):
    """Goods go into the hands of an employee, with a pakta integritas, or come back
    from him (pengamanan: pemakaian 1301, pengembalian 1302; Permendagri 19/2016,
    Permendagri 47/2021).

    Who the employee is follows from his NIP: ``pakai_holder``.
    """

    _name = "sipbd.pakai"
    _description = "Custody of goods"
    _inherit = ["sipbd.lifecycle.document"]
    _order = "id desc"

    _approval_kind_code = "sipbd_pakai"
    _approval_payload_fields = (
        "jenis",
        "unit_id",
        "holder_nip",
        "holder_id",
        "holder_jabatan",
        "holder_pangkat",
        "oper",
        "reason",
        "until",
        "line_ids",
    )
    _lifecycle_engine_fields = frozenset({"holder_id", "holder_name", "holder_unit"})

    jenis = fields.Selection(
        [
            (HAND_OVER, "Handed over for use"),
            (HAND_BACK, "Returned by the custodian"),
        ],
        string="Act",
        required=True,
        default=HAND_OVER,
        index=True,
    )
    holder_nip = fields.Char(
        string="NIP of the custodian",
        required=True,
        help="Type a name or NIP of your OPD, or the whole NIP of anybody else.",
    )
    holder_id = fields.Many2one(
        "hr.employee",
        string="Custodian",
        readonly=True,
        copy=False,
        index=True,
        ondelete="restrict",
    )
    holder_name = fields.Char(string="Name", readonly=True, copy=False)
    holder_unit = fields.Char(string="Unit of the custodian", readonly=True, copy=False)
    holder_jabatan = fields.Char(string="Post (jabatan)")
    holder_pangkat = fields.Char(string="Rank (pangkat/golongan)")
    oper = fields.Boolean(
        string="Taken over from the present custodian",
        help="What somebody else has now is returned by him and handed over to the new "
        "custodian by this one document.",
    )
    reason = fields.Text(
        string="For what or why", required=True, help="As the letters print it."
    )
    until = fields.Date(
        string="In use until", help="Empty: as long as the post is held."
    )
    line_ids = fields.One2many("sipbd.pakai.line", "document_id", string="Goods list")

    @api.depends("jenis", "holder_name")
    def _compute_display_name(self):
        acts = dict(self._fields["jenis"]._description_selection(self.env))
        for pakai in self:
            parts = (acts.get(pakai.jenis), pakai.holder_name)
            pakai.display_name = ": ".join(filter(None, parts))

    # goods

    def _goods_domain(self):
        """What may be handed over is not with him yet; what comes back is."""
        domain = super()._goods_domain()
        if self.jenis == HAND_BACK:
            return domain & Domain("holder_id", "=", self.holder_id.id)
        free = Domain("holder_id", "=", False)
        if self.oper:
            free |= Domain("holder_id", "!=", self.holder_id.id)
        return domain & free

    def _add_goods(self, assets):
        count = super()._add_goods(assets)
        self._copy_numbers()
        return count

    def _copy_numbers(self):
        """Plate, chassis and engine numbers, which letters name, into the lines."""
        self.env.cr.execute(sql_file("pakai_numbers", documents=self.ids))
        self.line_ids.invalidate_model()

    # what the engine asks

    def _approval_facts(self):
        return replace(super()._approval_facts(), causes=(self.jenis,))

    def _approval_number_parts(self, date):
        return {**super()._approval_number_parts(date), "jenis": SERIES[self.jenis]}

    def _approval_preview(self):
        _ = self.env._
        acts = dict(self._fields["jenis"]._description_selection(self.env))
        rows = [
            (_("Act"), acts[self.jenis]),
            (_("Custodian"), f"{self.holder_name}, NIP {self.holder_nip}"),
            (_("Post (jabatan)"), self.holder_jabatan or "-"),
            (_("Goods"), number(self.line_count)),
            (_("Acquisition value"), rupiah(self.nilai)),
            (_("For what or why"), self.reason or ""),
        ]
        if self.jenis == HAND_OVER:
            held = self.line_ids.asset_id.filtered("holder_id")
            if held:
                rows.append(
                    (
                        _("With somebody else now"),
                        _("%(count)s of them; he returns them.", count=len(held)),
                    )
                )
        else:
            worse = self.line_ids.filtered(
                lambda line: line.kondisi_kembali not in (False, line.kondisi)
            )
            if worse:
                rows.append((_("In another condition"), number(len(worse))))
        return rows

    def _approval_effect(self):
        for pakai in self:
            assets = pakai.line_ids.asset_id
            source = pakai._lifecycle_source(pakai._ledger_kind())
            assets._book_plan(pakai._acts(), source)

    def _ledger_kind(self):
        """Kind of the document as the ledger names it."""
        return "bast" if self.jenis == HAND_OVER else "ba"

    def _acts(self):
        """What is booked: who has the goods from now on, and in which condition they
        came back."""
        assets = self.line_ids.asset_id
        if self.jenis == HAND_OVER:
            held = assets.filtered("holder_id")
            return held._plan_return() + assets._plan_holder(self.holder_id)
        found = {
            line.asset_id.id: line.kondisi_kembali
            for line in self.line_ids
            if line.kondisi_kembali not in (False, line.asset_id.kondisi)
        }
        changed = assets.filtered(lambda asset: asset.id in found)
        return assets._plan_return() + changed._plan(
            "0703", lambda asset: {"kondisi": found[asset.id]}
        )

    # checks

    def _approval_check(self):
        found = super()._approval_check()
        self._add_problems(found, self._custody_problems(), self._custody_problem_text)
        return found

    def _own_problems(self):
        yield from super()._own_problems()
        yield from self._holder_problems()

    def _custody_problems(self):
        """Rows of ``pakai_check.sql``."""
        return self._first_problems("pakai_check", documents=self.ids, lost=LOST)

    def _custody_problem_text(self, row):
        _, goods, holder = self.env._, row["goods"], row["holder"]
        match row["problem"]:
            case "lost":
                return _(
                    "%(goods)s was reported lost. Take it out, or bring it back into "
                    "use first.",
                    goods=goods,
                )
            case "has":
                return _(
                    "%(holder)s has %(goods)s already. Take it out.",
                    holder=holder,
                    goods=goods,
                )
            case "other":
                return _(
                    "%(goods)s is with %(holder)s. Let it be returned first, or tick "
                    "“Taken over from the present custodian”.",
                    goods=goods,
                    holder=holder,
                )
            case "not_his":
                return _(
                    "%(goods)s is not with this custodian any more. Take it out.",
                    goods=goods,
                )

    def action_revoke(self):
        """Begin the document that says that this one was made in error."""
        return self.env["sipbd.pakai.batal"]._form_for(self)
