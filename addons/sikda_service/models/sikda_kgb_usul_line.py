from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from odoo.addons.sikda.models.hr_version import STATUS
from odoo.addons.sikda.rules.dates import add_months, whole_months

from ..rules.usul_kgb import REACHED
from . import sentences

SK = [
    ("kgb", "KGB"),
    ("pangkat", "KP or appointment"),
    ("pmk", "PMK"),
    ("perjanjian", "Agreement (PPPK)"),
]


class KgbUsulLine(models.Model):
    """One person of a proposal, with everything that the letter will say.

    Written by the filling alone, as the register was when it was read.
    """

    _name = "sikda.kgb.usul.line"
    _description = "Proposed KGB"
    _inherit = ["sikda.kgb.usul.person", "pemda.approval.line"]
    _order = "nama, id"

    _approval_parent = "usul_id"
    _approval_payload_fields = (
        "employee_id",
        "nama",
        "nip",
        "tempat_lahir",
        "tanggal_lahir",
        "unit_id",
        "status_asn",
        "jabatan",
        "golongan_id",
        "tmt",
        "tmt_awal",
        "mkg_tahun",
        "mkg_bulan",
        "gaji_lama",
        "gaji",
        "tmt_berikut",
        "dasar_gaji",
        "tmt_dasar",
        "mkg_dasar_tahun",
        "mkg_dasar_bulan",
        "sk_jenis",
        "sk_pejabat",
        "sk_nomor",
        "sk_tanggal",
        "sk_tmt",
        "sk_mkg_tahun",
        "sk_mkg_bulan",
        "codes",
        "alasan_tetap",
    )

    state = fields.Selection(related="usul_id.state")
    tempat_lahir = fields.Char(string="Place of birth", readonly=True)
    tanggal_lahir = fields.Date(string="Born on", readonly=True)
    unit_id = fields.Many2one(
        "hr.department", string="Works in", readonly=True, ondelete="restrict"
    )
    status_asn = fields.Selection(STATUS, string="Status", readonly=True)
    jabatan = fields.Char(string="Post", readonly=True)
    golongan_id = fields.Many2one("sikda.golongan", readonly=True, ondelete="restrict")
    tmt = fields.Date(string="TMT", required=True, readonly=True)
    tmt_awal = fields.Date(
        string="Due on", readonly=True, help="Before the TMT if the rise was put off."
    )
    mkg_tahun = fields.Integer(
        string="Masa kerja then (years)", readonly=True, aggregator=None
    )
    mkg_bulan = fields.Integer(
        string="Masa kerja then (months)", readonly=True, aggregator=None
    )
    gaji_lama = fields.Integer(string="Former basic pay", readonly=True)
    gaji = fields.Integer(string="New basic pay", readonly=True)
    tmt_berikut = fields.Date(
        string="Next KGB", readonly=True, help="Empty at the end of the pay table."
    )
    dasar_gaji = fields.Char(string="Pay table", readonly=True)
    tmt_dasar = fields.Date(string="Masa kerja as of", readonly=True)
    mkg_dasar_tahun = fields.Integer(
        string="Masa kerja (years)", readonly=True, aggregator=None
    )
    mkg_dasar_bulan = fields.Integer(
        string="Masa kerja (months)", readonly=True, aggregator=None
    )
    sk_jenis = fields.Selection(SK, string="Last SK", readonly=True)
    sk_pejabat = fields.Char(string="Signed by", readonly=True)
    sk_nomor = fields.Char(string="SK number", readonly=True)
    sk_tanggal = fields.Date(string="SK date", readonly=True)
    sk_tmt = fields.Date(string="TMT of that pay", readonly=True)
    sk_mkg_tahun = fields.Integer(
        string="Masa kerja by that SK (years)", readonly=True, aggregator=None
    )
    sk_mkg_bulan = fields.Integer(
        string="Masa kerja by that SK (months)", readonly=True, aggregator=None
    )
    codes = fields.Char(readonly=True, help="Obstacles that a reason lifts.")
    alasan_tetap = fields.Char(string="Proposed nevertheless because", readonly=True)
    surat_nomor = fields.Char(
        string="Number of the letter",
        readonly=True,
        copy=False,
        index="btree_not_null",
        help="Given at the final decision.",
    )
    riwayat_id = fields.Many2one(
        "sikda.riwayat.kgb",
        string="Row of the history",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    batal_id = fields.Many2one(
        "sikda.kgb.batal",
        string="Taken back by",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    kecuali_id = fields.Many2one(
        "sikda.kgb.usul.kecuali",
        string="Left out of the decision",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    kecuali = fields.Char(
        string="Left out", compute="_compute_kecuali", help="Why, and by whom."
    )
    put_off = fields.Boolean(compute="_compute_put_off")
    overdue = fields.Boolean(compute="_compute_overdue")
    alasan = fields.Char(string="Why", compute="_compute_sentences")
    temuan = fields.Char(string="In the way", compute="_compute_sentences")

    _person_uniq = models.UniqueIndex(
        "(usul_id, employee_id)", "This person stands in the proposal already."
    )

    @api.depends("tmt", "tmt_awal")
    def _compute_put_off(self):
        for line in self:
            line.put_off = bool(line.tmt_awal and line.tmt_awal < line.tmt)

    def _put_off(self):
        """Rows of those of these whose rise was put off, and its TMT; SQL."""
        late = self.filtered("put_off")
        return late and SQL(
            "SELECT * FROM unnest(%s::int[], %s::date[]) AS late (employee_id, tmt)",
            [line.employee_id.id for line in late],
            [line.tmt for line in late],
        )

    @api.depends("tmt", "usul_id.read_on")
    def _compute_overdue(self):
        for line in self:
            read_on = line.usul_id.read_on
            line.overdue = bool(read_on and line.tmt and line.tmt < read_on)

    @api.depends("kecuali_id")
    def _compute_kecuali(self):
        for line in self:
            row = line.sudo().kecuali_id
            parts = (row.sebab, row.alasan, row.oleh)
            line.kecuali = " – ".join(filter(None, parts))

    @api.depends("tmt", "codes", "golongan_id")
    @api.depends_context("lang")
    def _compute_sentences(self):
        parameters = self.env["sikda.parameter"].sudo()._rules()
        for line in self:
            golongan = line.golongan_id.name
            text = sentences.sentence(
                self.env,
                REACHED,
                mkg=sentences.span(line.mkg_dasar_tahun, line.mkg_dasar_bulan),
                since=format_date(self.env, line.tmt_dasar),
                golongan=golongan or "",
                years=line._row_mkg(),
                tmt=format_date(self.env, line.tmt_awal or line.tmt),
            )
            line.alasan = text + sentences.article(
                self.env, "kgb.dasar", parameters, line.tmt, golongan
            )
            line.temuan = " ".join(
                sentences.obstacles(
                    self.env,
                    (line.codes or "").split(),
                    parameters,
                    line.tmt,
                    golongan,
                )
            )

    def _check_put_off(self):
        """:raises UserError: a rise is put off by more than the law allows at a time"""
        parameters = self.env["sikda.parameter"].sudo()._rules()
        for line in self.filtered("put_off"):
            most = parameters.get("kgb.tunda.maksimum", line.tmt_awal)
            if line.tmt > add_months(line.tmt_awal, most.integer):
                raise UserError(
                    self.env._(
                        "A rise is put off by at most %(count)s months at a time "
                        "(%(article)s). Enter the decisions on the delay before in the "
                        "history.",
                        count=most.integer,
                        article=most.legal_basis,
                    )
                )

    def _row_mkg(self):
        """Row of the pay table, in years: masa kerja without the delay."""
        late = whole_months(self.tmt_awal, self.tmt) if self.put_off else 0
        return (self.mkg_tahun * 12 + self.mkg_bulan - late) // 12

    def action_remove(self):
        """Take these people out of their proposal: asks why."""
        if not self:
            raise UserError(self.env._("Choose the people first."))
        self.check_access("read")
        self.usul_id.check_access("write")
        self.usul_id._approval_check_editable()
        wizard = self.env["sikda.kgb.usul.remove"].create({"line_ids": self.ids})
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Take out of the proposal"),
            "res_model": wizard._name,
            "res_id": wizard.id,
            "views": [(False, "form")],
            "target": "new",
        }

    def _take_out(self, reason):
        """Move people to those who are not proposed; the caller asked for rights."""
        lines = self.sudo()
        lines.env["sikda.kgb.usul.lain"].create(
            [
                {
                    "usul_id": line.usul_id.id,
                    "employee_id": line.employee_id.id,
                    "nama": line.nama,
                    "nip": line.nip,
                    "unit_id": line.unit_id.id,
                    "golongan_id": line.golongan_id.id,
                    "tmt": line.tmt,
                    "kode": "dihapus",
                    "rincian": reason,
                }
                for line in lines
            ]
        )
        lines.unlink()
