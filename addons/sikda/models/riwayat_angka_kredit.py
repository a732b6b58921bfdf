from odoo import fields, models


class RiwayatAngkaKredit(models.Model):
    """Penetapan angka kredit (PAK) of holders of functional posts."""

    _name = "sikda.riwayat.angka.kredit"
    _description = "History of angka kredit"
    _inherit = "sikda.riwayat"

    jenis = fields.Selection(
        [
            ("pertama", "First"),
            ("integrasi", "Integrasi"),
            ("konversi", "Konversi"),
            ("penetapan", "Penetapan"),
        ],
        string="Kind",
    )
    bulan_mulai = fields.Integer(string="From month", aggregator=None)
    tahun_mulai = fields.Integer(string="From year", aggregator=None)
    bulan_selesai = fields.Integer(string="To month", aggregator=None)
    tahun_selesai = fields.Integer(string="To year", aggregator=None)
    ak_utama = fields.Float(string="Utama", digits=(10, 3), aggregator=None)
    ak_penunjang = fields.Float(string="Penunjang", digits=(10, 3), aggregator=None)
    ak_total = fields.Float(string="Total", digits=(10, 3), aggregator=None)
    jabatan_id = fields.Many2one("sikda.jabatan", ondelete="restrict")

    # 0: not known, as an empty cell of a file has it.
    _periods_plausible = models.Constraint(
        "check((tahun_mulai = 0 or tahun_mulai between 1970 and 2100)"
        " and (tahun_selesai = 0 or tahun_selesai between 1970 and 2100)"
        " and bulan_mulai between 0 and 12 and bulan_selesai between 0 and 12)",
        "Months run from 1 to 12, and a year has four digits.",
    )
