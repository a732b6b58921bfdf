from odoo import api, fields, models

from ..rules.usul_kgb import LIFTABLE
from . import sentences

KODE = [
    ("data", "Golongan or masa kerja not on record"),
    ("tanpa_tabel", "No pay table"),
    ("tabel_akhir", "End of the pay table"),
    ("cltn", "CLTN"),
    ("sudah", "KGB on record already"),
    ("berjalan", "In another proposal"),
    ("pensiun", "Retires before"),
    ("keluar", "Leaves before"),
    ("sementara", "Suspended"),
    ("kontrak", "Agreement ends before"),
    ("pangkat", "Other SK before"),
    ("tanpa_gaji", "Pay not on record"),
    ("sk_kurang", "Pay behind masa kerja"),
    ("kinerja_belum", "Predikat kinerja not complete"),
    ("kinerja_rendah", "Predikat kinerja too low"),
    ("hukdis", "Disciplinary punishment"),
    ("dihapus", "Taken out by the OPD"),
]


class KgbUsulLain(models.Model):
    """Somebody who is due, or would be, and is not proposed: who, and why.

    Discipline may be named here: it is read by those who see it in the unit.
    """

    _name = "sikda.kgb.usul.lain"
    _description = "Not proposed for KGB"
    _inherit = ["sikda.kgb.usul.person", "pemda.approval.line"]
    _order = "kode, nama, id"

    _approval_parent = "usul_id"
    _approval_payload_fields = ("employee_id", "tmt", "kode", "codes", "rincian")

    state = fields.Selection(related="usul_id.state")
    unit_id = fields.Many2one(
        "hr.department", string="Works in", readonly=True, ondelete="restrict"
    )
    golongan_id = fields.Many2one("sikda.golongan", readonly=True, ondelete="restrict")
    tmt = fields.Date(string="TMT", readonly=True)
    kode = fields.Selection(KODE, string="Because of", required=True, readonly=True)
    codes = fields.Char(readonly=True)
    rincian = fields.Char(string="Details", readonly=True)
    sebab = fields.Char(string="Why not", compute="_compute_sebab")
    can_take = fields.Boolean(
        compute="_compute_can_take",
        help="The OPD may propose nevertheless, with a reason.",
    )

    _person_uniq = models.UniqueIndex(
        "(usul_id, employee_id)", "This person stands in the proposal already."
    )

    @api.depends("kode", "codes", "tmt", "golongan_id")
    @api.depends_context("lang")
    def _compute_sebab(self):
        parameters = self.env["sikda.parameter"].sudo()._rules()
        names = dict(self._fields["kode"]._description_selection(self.env))
        for row in self:
            told = sentences.obstacles(
                self.env,
                (row.codes or "").split(),
                parameters,
                row.tmt,
                row.golongan_id.name,
            )
            row.sebab = " ".join(told) or names.get(row.kode)

    @api.depends("kode", "codes")
    def _compute_can_take(self):
        for row in self:
            codes = (row.codes or "").split()
            removed = row.kode == "dihapus"
            row.can_take = removed or bool(codes) and set(codes) <= set(LIFTABLE)

    def action_take(self):
        """Propose this person nevertheless: opens the dialog with the NIP filled in."""
        self.ensure_one()
        self.check_access("read")
        return self.usul_id._open_add({"default_nips": self.nip})
