from odoo import fields, models


class RiwayatPendidikan(models.Model):
    """Formal education; the highest standing row is the education of the person."""

    _name = "sikda.riwayat.pendidikan"
    _description = "History of education"
    _inherit = "sikda.riwayat"
    _rec_name = "nama"
    _order = "tahun_lulus desc, id desc"
    _projects = True

    tingkat_id = fields.Many2one(
        "sikda.pendidikan.tingkat", string="Level", required=True, ondelete="restrict"
    )
    nama = fields.Char(string="Field of study", help="Such as S-1 Akuntansi.")
    siasn_pendidikan = fields.Char(string="SIASN id of the study")
    sekolah = fields.Char(string="School")
    tempat = fields.Char(string="Place")
    tahun_lulus = fields.Integer(string="Graduated", aggregator=None)
    tanggal_lulus = fields.Date(string="Date of the diploma")
    ijazah = fields.Char(string="Diploma number")
    gelar_depan = fields.Char(string="Title before the name")
    gelar_belakang = fields.Char(string="Title after the name")
    is_first = fields.Boolean(string="First education (at appointment)")

    _tahun_plausible = models.Constraint(
        "check(tahun_lulus = 0 or tahun_lulus between 1940 and 2100)",
        "The year of graduation has four digits.",
    )
