from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import format_date

from odoo.addons.pemda_approval.rules.steps import Facts
from odoo.addons.pemda_report.engine.formats import rupiah
from odoo.addons.sikda.rules.dates import add_months

LETTER = "kgb"
#: words of the letters that a proposal takes from ``sikda.surat`` and keeps
WORDS = ("hal", "kepada", "pembuka", "penutup", "tembusan")
#: characters of each of them, at most
LONGEST = 5000
#: months that a proposal looks ahead, at most
AHEAD = 12
#: written by the filling alone: what is asked of a person depends on the day
FILLED = frozenset({"read_on", "otomatis"})
#: so many letters that are void stand on the public page
NAMED_IN_PUBLIC = 100


class KgbUsul(models.Model):
    """Proposal of kenaikan gaji berkala for the people of an OPD, in one document.

    It is filled from the register: whoever is due, and beside them whoever is not
    proposed, and why. The final decision writes the histories and numbers the letters.
    """

    _name = "sikda.kgb.usul"
    _description = "Proposal of KGB"
    _inherit = ["pemda.approval.document", "mail.thread"]
    _order = "per desc, id desc"
    _named_to_readers_only = True

    _approval_kind_code = "sikda_kgb_usul"
    _approval_payload_fields = (
        "unit_id",
        "per",
        "until",
        *WORDS,
        "line_ids",
        "lain_ids",
    )

    unit_id = fields.Many2one(default=lambda self: self._default_unit_id())
    per = fields.Date(
        string="Counted from",
        required=True,
        default=lambda self: self.env.company.sudo()._pemda_today(),
        help="Proposed is everybody due up to so many months after this day, and "
        "whoever is overdue.",
    )
    months = fields.Integer(
        string="Months ahead", required=True, default=3, aggregator=None
    )
    until = fields.Date(compute="_compute_until", store=True, precompute=True)
    read_on = fields.Date(
        string="Register read on", readonly=True, copy=False, help="Last filling."
    )
    otomatis = fields.Boolean(
        string="By the monthly run",
        readonly=True,
        copy=False,
        help="Proposed by the system; the OPD confirms and submits it.",
    )
    hal = fields.Char(
        string="Subject of the letters", default=lambda self: self._default_word("hal")
    )
    kepada = fields.Text(
        string="Addressee of the letters",
        default=lambda self: self._default_word("kepada"),
    )
    pembuka = fields.Text(
        string="Opening of the letters",
        default=lambda self: self._default_word("pembuka"),
    )
    penutup = fields.Text(
        string="Closing of the letters",
        default=lambda self: self._default_word("penutup"),
    )
    tembusan = fields.Text(
        string="Copies (tembusan)",
        default=lambda self: self._default_word("tembusan"),
        help="One line each.",
    )
    line_ids = fields.One2many(
        "sikda.kgb.usul.line", "usul_id", string="Proposed", readonly=True, copy=False
    )
    lain_ids = fields.One2many(
        "sikda.kgb.usul.lain",
        "usul_id",
        string="Not proposed",
        readonly=True,
        copy=False,
    )
    line_count = fields.Integer(string="Proposed people", compute="_compute_counts")
    lain_count = fields.Integer(string="People not proposed", compute="_compute_counts")
    kenaikan = fields.Integer(
        string="Rise per month (Rp)",
        compute="_compute_counts",
        help="By how much the basic pay of all of them rises.",
    )
    can_withdraw = fields.Boolean(related="request_id.can_withdraw")
    batal_ids = fields.One2many("sikda.kgb.batal", "usul_id", string="Cancellations")

    _months_range = models.Constraint(
        f"check(months BETWEEN 1 AND {AHEAD})", "Look 1 to 12 months ahead."
    )

    @api.model
    def _default_word(self, name):
        return self.env["sikda.surat"]._by_code(LETTER)[name]

    @api.model
    def _default_unit_id(self):
        units = self.env.user._pemda_unit_ids("sikda.group_asn_operator")
        return self.env["hr.department"].browse(units[:1])

    @api.depends("per", "months")
    def _compute_until(self):
        for usul in self:
            fits = usul.per and usul.per.year < 9999 and 0 < usul.months <= AHEAD
            usul.until = fits and add_months(usul.per, usul.months)

    @api.constrains("per")
    def _check_per(self):
        for usul in self:
            usul._check_ahead(usul.per)

    @api.constrains(*WORDS)
    def _check_words(self):
        for usul in self:
            if any(len(usul[name] or "") > LONGEST for name in WORDS):
                raise UserError(
                    self.env._(
                        "The words of a letter have at most %(count)s characters.",
                        count=LONGEST,
                    )
                )

    def _check_ahead(self, day):
        """Refuse what lies further ahead than anybody can say who will be due.

        :raises UserError: with the last day
        """
        last = add_months(self.env.company.sudo()._pemda_today(), AHEAD)
        if day > last:
            raise UserError(
                self.env._(
                    "Choose a day until %(date)s: further ahead nobody knows pay and "
                    "masa kerja.",
                    date=format_date(self.env, last),
                )
            )

    @api.model_create_multi
    def create(self, vals_list):
        if not self.env.su:
            unread = dict.fromkeys(FILLED, False)
            vals_list = [{**vals, **unread} for vals in vals_list]
        return super().create(vals_list)

    def write(self, vals):
        """A proposal that goes to another unit begins anew there."""
        if not self.env.su and FILLED & vals.keys():
            raise AccessError(
                self.env._("When the register was read is written by the filling.")
            )
        moved = self.browse()
        if "unit_id" in vals:
            moved = self.filtered(lambda usul: usul.unit_id.id != vals["unit_id"])
        result = super().write(vals)
        if moved:
            moved.check_access("write")
            moved.sudo()._empty()
        return result

    @api.depends("unit_id.name", "until")
    def _compute_display_name(self):
        for usul in self:
            usul.display_name = self.env._(
                "KGB %(unit)s until %(date)s",
                unit=usul.sudo().unit_id.name or "",
                date=format_date(self.env, usul.until) if usul.until else "",
            )

    @api.depends("line_ids.kecuali_id", "lain_ids")
    def _compute_counts(self):
        """Numbers of the document, as they stand in it for everybody who reads it."""
        proposed = {
            usul.id: (count, (pay or 0) - (former or 0))
            for usul, count, pay, former in self.env["sikda.kgb.usul.line"]
            .sudo()
            ._read_group(
                [("usul_id", "in", self.ids), ("kecuali_id", "=", False)],
                ["usul_id"],
                ["__count", "gaji:sum", "gaji_lama:sum"],
            )
        }
        left_out = {
            usul.id: count
            for usul, count in self.env["sikda.kgb.usul.lain"]
            .sudo()
            ._read_group([("usul_id", "in", self.ids)], ["usul_id"], ["__count"])
        }
        for usul in self:
            usul.line_count, usul.kenaikan = proposed.get(usul.id, (0, 0))
            usul.lain_count = left_out.get(usul.id, 0)

    def _approval_facts(self):
        golongan = self.line_ids.golongan_id.mapped("name")
        return Facts(amount=Decimal(self.kenaikan), golongan=tuple(sorted(golongan)))

    def _approval_preview(self):
        _ = self.env._
        decided = self._decided_lines()
        golongan = decided.grouped("golongan_id")
        parts = (
            f"{each.name}: {len(golongan[each])}"
            for each in self.env["sikda.golongan"]
            .concat(*golongan)
            .sorted(lambda each: (each.family, each.rank))
        )
        rows = [
            (_("Unit"), self.unit_id.name),
            (_("Until"), format_date(self.env, self.until)),
            (_("Proposed"), f"{self.line_count} ({', '.join(parts)})"),
            (_("Not proposed"), str(self.lain_count)),
            (_("Rise per month"), rupiah(self.kenaikan)),
        ]
        rows += [
            (_("Left out of the decision"), f"{line.nama}: {line.kecuali}")
            for line in self.line_ids - decided
        ]
        rows += [
            (
                _("Put off (art. 13)"),
                f"{line.nama}: {format_date(self.env, line.tmt_awal)} → "
                f"{format_date(self.env, line.tmt)} — {line.alasan_tetap}",
            )
            for line in decided.filtered("put_off")
        ]
        lifted = decided.filtered("codes")
        rows += [
            (
                _("In spite of an obstacle"),
                f"{line.nama}: {line.temuan} — {line.alasan_tetap}",
            )
            for line in lifted
        ]
        return rows

    def _approval_public(self):
        """Numbers of the letters, and which of them are void."""
        ours = Domain("usul_id", "=", self.id)
        void = ours & Domain("batal_id", "!=", False)
        lines = self.env["sikda.kgb.usul.line"].sudo()
        ends = [
            lines.search(ours, order=f"surat_nomor {way}", limit=1).surat_nomor
            for way in ("ASC", "DESC")
        ]
        rows = [(self.env._("Letters"), " – ".join(dict.fromkeys(filter(None, ends))))]
        revoked = lines.search(void, order="surat_nomor", limit=NAMED_IN_PUBLIC)
        if revoked:
            numbers = ", ".join(revoked.mapped("surat_nomor"))
            rows.append((self.env._("Letters taken back"), numbers))
        return rows

    def action_submit(self):
        """Send the proposals on their way, unless another was faster with somebody."""
        self._approval_chosen()
        self.check_access("write")
        self.sudo()._claim(self.sudo().line_ids.employee_id)
        return super().action_submit()

    def action_open_lines(self):
        """Everybody proposed, as a list with its filters."""
        self.ensure_one()
        return self._list_of("sikda_service.sikda_kgb_usul_line_action")

    def action_open_lain(self):
        """Everybody who is not proposed."""
        self.ensure_one()
        return self._list_of("sikda_service.sikda_kgb_usul_lain_action")

    def _list_of(self, xmlid):
        action = self.env["ir.actions.actions"]._for_xml_id(xmlid)
        action["domain"] = [("usul_id", "=", self.id)]
        action["context"] = {}
        action.pop("path", None)
        return action

    def action_revoke(self):
        """Begin the document that takes this one back."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": "sikda.kgb.batal",
            "views": [(False, "form")],
            "context": {"default_usul_id": self.id},
        }
