from odoo import api, fields, models

EXPECTATION = [
    ("1", "Above expectation"),
    ("2", "As expected"),
    ("3", "Below expectation"),
]


class RiwayatKinerja(models.Model):
    """Yearly evaluation in its three generations: DP3, SKP (to 2021), SKP 2022."""

    _name = "sikda.riwayat.kinerja"
    _description = "History of performance"
    _inherit = "sikda.riwayat"
    _rec_name = "tahun"

    generation = fields.Selection(
        [
            ("dp3", "DP3 (to 2013)"),
            ("skp", "SKP (2014-2021)"),
            ("skp22", "SKP (from 2022)"),
        ],
        required=True,
        default="skp22",
    )
    tahun = fields.Integer(string="Year", required=True, aggregator=None)
    bulan_mulai = fields.Integer(string="From month", aggregator=None)
    bulan_selesai = fields.Integer(string="To month", aggregator=None)
    hasil = fields.Selection(EXPECTATION, string="Results of work")
    perilaku = fields.Selection(EXPECTATION, string="Conduct")
    predikat = fields.Selection(
        [
            ("1", "Sangat Baik"),
            ("2", "Baik"),
            ("3", "Butuh Perbaikan"),
            ("4", "Kurang"),
            ("5", "Sangat Kurang"),
        ]
    )
    nilai_skp = fields.Float(string="SKP score", aggregator=None)
    nilai_perilaku = fields.Float(string="Conduct score", aggregator=None)
    nilai = fields.Float(string="Score", aggregator=None)
    rincian = fields.Json(
        string="Elements", help="DP3: n1 to n8; SKP: the elements of conduct."
    )
    penilai_nama = fields.Char(string="Assessor")
    penilai_nip = fields.Char(string="NIP of the assessor")
    penilai_jabatan = fields.Char(string="Post of the assessor")
    atasan_nama = fields.Char(string="Superior of the assessor")
    atasan_nip = fields.Char(string="NIP of the superior")

    _tahun_plausible = models.Constraint(
        "check(tahun between 1970 and 2100)", "The year has four digits."
    )
    _months = models.Constraint(
        "check(bulan_mulai between 0 and 12 and bulan_selesai between 0 and 12)",
        "Months run from 1 to 12.",
    )

    @api.depends("generation", "tahun")
    def _compute_display_name(self):
        for row in self:
            row.display_name = f"{row.generation} {row.tahun}"
