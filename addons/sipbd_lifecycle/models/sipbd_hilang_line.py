from odoo import fields, models


class HilangLine(models.Model):
    _name = "sipbd.hilang.line"
    _description = "Lost goods"
    _inherit = ["sipbd.lifecycle.line"]
    _approval_payload_fields = (
        "asset_id",
        "nilai",
        "jumlah",
        "kondisi",
        "holder_id",
        "holder_nip",
        "nomor_polisi",
        "keterangan",
    )

    document_id = fields.Many2one(
        "sipbd.hilang", required=True, index=True, ondelete="cascade"
    )
    holder_id = fields.Many2one(
        "hr.employee",
        string="Custodian",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    holder_name = fields.Char(string="Custodian's name", readonly=True)
    holder_nip = fields.Char(string="NIP of the custodian", readonly=True)
    nomor_polisi = fields.Char(string="Plate number", readonly=True)
    nomor_rangka = fields.Char(string="Chassis number", readonly=True)
    nomor_mesin = fields.Char(string="Engine number", readonly=True)
