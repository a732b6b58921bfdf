from odoo import models

# The beginning only: one cell may hold hundreds of numbers, an index row may not.
KEY = "(left(translate(upper({0}), ' .-/', ''), 200)) WHERE {0} IS NOT NULL"


class Asset(models.Model):
    """Numbers that only one thing can have, found however they are written.

    Every import looks for its numbers in the whole register; few assets have them.
    """

    _inherit = "sipbd.asset"

    _key_rangka = models.Index(KEY.format("nomor_rangka"))
    _key_mesin = models.Index(KEY.format("nomor_mesin"))
    _key_polisi = models.Index(KEY.format("nomor_polisi"))
    _key_sertifikat = models.Index(KEY.format("nomor_sertifikat"))
