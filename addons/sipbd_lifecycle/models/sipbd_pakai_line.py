from odoo import fields, models

from odoo.addons.sipbd.models.sipbd_entry import KONDISI


class PakaiLine(models.Model):
    _name = "sipbd.pakai.line"
    _description = "Goods in custody"
    _inherit = ["sipbd.lifecycle.line"]
    _approval_payload_fields = (
        "asset_id",
        "nilai",
        "jumlah",
        "kondisi",
        "nomor_polisi",
        "nomor_rangka",
        "nomor_mesin",
        "kelengkapan",
        "kondisi_kembali",
        "keterangan",
    )
    _lifecycle_written = frozenset({"kelengkapan", "kondisi_kembali"})

    document_id = fields.Many2one(
        "sipbd.pakai", required=True, index=True, ondelete="cascade"
    )
    nomor_polisi = fields.Char(string="Plate number", readonly=True)
    nomor_rangka = fields.Char(string="Chassis number", readonly=True)
    nomor_mesin = fields.Char(string="Engine number", readonly=True)
    kelengkapan = fields.Char(
        string="Goes along (kelengkapan)", help="Such as STNK, two keys, jack."
    )
    kondisi_kembali = fields.Selection(
        KONDISI,
        string="Condition on return",
        help="Empty: as the register has it.",
    )
