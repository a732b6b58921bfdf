from odoo import fields, models
from odoo.exceptions import UserError


class RiwayatKgb(models.Model):
    """Kenaikan gaji berkala: pay by masa kerja, by letter of the head of office."""

    _name = "sikda.riwayat.kgb"
    _description = "History of KGB"
    _inherit = "sikda.riwayat"
    _projects = True

    golongan_id = fields.Many2one("sikda.golongan", ondelete="restrict")
    mkg_tahun = fields.Integer(string="Masa kerja (years)", aggregator=None)
    mkg_bulan = fields.Integer(string="Masa kerja (months)", aggregator=None)
    gaji_lama = fields.Integer(string="Former basic pay", aggregator=None)
    gaji = fields.Integer(string="Basic pay", aggregator=None)
    dasar = fields.Selection(
        [("kgb", "KGB"), ("inpassing", "Inpassing"), ("kp", "KP")],
        string="Ground",
        default="kgb",
    )

    _mkg_range = models.Constraint(
        "check(mkg_tahun between 0 and 60 and mkg_bulan between 0 and 11)",
        "Masa kerja: up to 60 years, and 0 to 11 months.",
    )
    _tmt_given = models.Constraint("check(tmt IS NOT NULL)", "Give the TMT.")
    # A list of people may know the TMT alone.
    _pay_given = models.Constraint(
        "check(mkg_tahun IS NOT NULL AND gaji IS NOT NULL OR source <> 'manual'"
        " OR import_load_id IS NOT NULL)",
        "A KGB needs its pay and masa kerja.",
    )

    def _check_verifiable(self):
        if not self.gaji:
            raise UserError(
                self.env._(
                    "The file told the TMT of this KGB alone: enter pay and masa kerja "
                    "by its SK before it is verified."
                )
            )
        return super()._check_verifiable()
