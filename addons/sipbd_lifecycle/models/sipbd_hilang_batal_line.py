from odoo import fields, models

from odoo.addons.sipbd.models.sipbd_entry import KONDISI


class HilangBatalLine(models.Model):
    """One of the goods that are in use again."""

    _name = "sipbd.hilang.batal.line"
    _description = "Lost goods that are back"
    _inherit = ["sipbd.lifecycle.line"]
    _approval_payload_fields = (
        "asset_id",
        "nilai",
        "jumlah",
        "kondisi",
        "kondisi_kembali",
        "keterangan",
    )
    _lifecycle_written = frozenset({"kondisi_kembali"})

    document_id = fields.Many2one(
        "sipbd.hilang.batal",
        required=True,
        readonly=True,
        index=True,
        ondelete="cascade",
    )
    kondisi_kembali = fields.Selection(
        KONDISI,
        string="Condition now",
        help="Empty: as the register has it.",
    )
