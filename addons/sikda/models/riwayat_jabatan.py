from odoo import api, fields, models

from .sikda_jabatan import JENIS


class RiwayatJabatan(models.Model):
    """A post held; Plt, Plh, Pj and further duties are told apart by penugasan."""

    _name = "sikda.riwayat.jabatan"
    _description = "History of jabatan"
    _inherit = "sikda.riwayat"
    _projects = True

    jabatan_id = fields.Many2one("sikda.jabatan", index=True, ondelete="restrict")
    nama_jabatan = fields.Char(
        string="As the SK names it",
        help="Name of the post in the SK; empty: that of the catalogue.",
    )
    jenis = fields.Selection(JENIS, string="Kind")
    eselon_id = fields.Many2one("sikda.eselon", ondelete="restrict")
    jenjang_id = fields.Many2one("sikda.jenjang", ondelete="restrict")
    unor_id = fields.Many2one(
        "hr.department", string="Unit of the post", index=True, ondelete="restrict"
    )
    penugasan = fields.Selection(
        [
            ("D", "Definitif"),
            ("PLT", "Plt."),
            ("PLH", "Plh."),
            ("PJ", "Pj."),
            ("TT", "Tugas tambahan"),
        ],
        string="Assignment",
        required=True,
        default="D",
    )
    tmt_pelantikan = fields.Date(string="Inaugurated")
    tmt_akhir = fields.Date(string="Held until")
    spp_nomor = fields.Char(string="Statement of inauguration (SPP)")

    _some_post = models.Constraint(
        "check(jabatan_id IS NOT NULL OR nama_jabatan IS NOT NULL)", "Name the post."
    )
    _dates_in_order = models.Constraint(
        "check(tmt_akhir >= tmt)", "A post cannot end before its TMT."
    )
    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")

    @api.onchange("jabatan_id")
    def _onchange_jabatan_id(self):
        """The catalogue knows the kind and the level of a post."""
        if self.jabatan_id:
            self.jenis = self.jabatan_id.jenis
            self.eselon_id = self.jabatan_id.eselon_id
            self.jenjang_id = self.jabatan_id.jenjang_id

    @api.depends("jabatan_id.name", "nama_jabatan", "tmt")
    def _compute_display_name(self):
        for row in self:
            row.display_name = row.nama_jabatan or row.jabatan_id.name
