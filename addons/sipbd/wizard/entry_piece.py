from odoo import api, fields, models


class EntryPiece(models.TransientModel):
    """A piece into which goods are split, in the form that books it."""

    _name = "sipbd.entry.piece"
    _description = "Piece of an asset"

    wizard_id = fields.Many2one(
        "sipbd.entry.wizard", required=True, ondelete="cascade", index=True
    )
    name = fields.Char(string="Name of the piece", required=True)
    code_id = fields.Many2one("sipbd.kode")
    jumlah = fields.Float(string="Quantity", digits=(16, 2), default=1, required=True)
    nilai = fields.Float(string="Value", digits=(20, 2), required=True)
    akumulasi = fields.Float(
        string="Accumulated depreciation",
        digits=(20, 2),
        compute="_compute_akumulasi",
        compute_sudo=False,
        store=True,
        precompute=True,
        readonly=False,
        help="Proposed: of what is accumulated on the date of the document, the share "
        "that the piece has of the value.",
    )
    sisa_bulan = fields.Integer(
        string="Remaining months", help="0: by the tables.", aggregator=None
    )

    @api.depends("nilai", "wizard_id.asset_id", "wizard_id.document_date")
    def _compute_akumulasi(self):
        for wizard, pieces in self.grouped("wizard_id").items():
            accumulated, whole = wizard._accumulated()
            for piece in pieces:
                share = piece.nilai / whole if whole else 0
                piece.akumulasi = min(round(accumulated * share), piece.nilai)

    def _values(self):
        """The pieces as ``sipbd.asset._split`` takes them."""
        return [
            {
                "name": piece.name,
                "code_id": piece.code_id.id,
                "jumlah": piece.jumlah,
                "nilai": piece.nilai,
                "akumulasi": piece.akumulasi,
                "sisa_bulan": piece.sisa_bulan,
            }
            for piece in self
        ]
