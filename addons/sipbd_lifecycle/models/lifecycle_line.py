from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import SQL

from odoo.addons.pemda_approval.models.engine_token import is_engine
from odoo.addons.sipbd.models.sipbd_entry import KONDISI

from .sql_file import sql_file

#: what people write into a line; the rest is read from the register
WRITTEN = frozenset({"keterangan"})
#: characters that the list of a letter has room for
LONGEST = 500


class LifecycleLine(models.AbstractModel):
    """One of the goods of a document, as the register showed it at submission.

    What is to be set: ``document_id``, required and ``ondelete="cascade"``. Lines are
    written in sets (``_add_goods`` of the document), not created.
    """

    _name = "sipbd.lifecycle.line"
    _description = "Goods of a document"
    _inherit = ["pemda.approval.line"]
    _order = "document_id, position, id"
    _rec_name = "name"
    _approval_parent = "document_id"
    _approval_payload_fields = ("asset_id", "nilai", "jumlah", "kondisi", "keterangan")
    #: fields of the kind that people write as well
    _lifecycle_written = frozenset()

    position = fields.Integer(string="No.", readonly=True, aggregator=None)
    asset_id = fields.Many2one(
        "sipbd.asset", required=True, readonly=True, index=True, ondelete="restrict"
    )
    nibar = fields.Char(string="NIBAR", readonly=True)
    kode_register = fields.Char(readonly=True)
    register = fields.Char(readonly=True)
    kode = fields.Char(string="Code", readonly=True)
    name = fields.Char(readonly=True)
    merk_type = fields.Char(string="Make / type", readonly=True)
    tahun_perolehan = fields.Integer(
        string="Year acquired", readonly=True, aggregator=None
    )
    jumlah = fields.Float(string="Quantity", digits=(16, 2), readonly=True)
    satuan = fields.Char(string="Unit of measure", readonly=True)
    nilai = fields.Float(string="Acquisition value", digits=(20, 2), readonly=True)
    akumulasi = fields.Float(
        string="Accumulated depreciation", digits=(20, 2), readonly=True
    )
    buku = fields.Float(string="Book value", digits=(20, 2), readonly=True)
    akumulasi_per = fields.Date(
        string="Depreciated until", readonly=True, help="Last period computed."
    )
    kondisi = fields.Selection(KONDISI, string="Condition", readonly=True)
    from_unit_id = fields.Many2one(
        "hr.department", string="Unit", readonly=True, ondelete="restrict"
    )
    keterangan = fields.Char(string="Remarks")

    _once = models.UniqueIndex(
        "(document_id, asset_id)", "An asset stands in a document once."
    )

    @api.model_create_multi
    def create(self, vals_list):
        """Refused to everybody but superuser code: goods are added by the dialog.

        :raises AccessError: for anybody else
        """
        if not self.env.su:
            raise self._refused()
        return super().create(vals_list)

    def write(self, vals):
        written = WRITTEN | self._lifecycle_written
        if not is_engine(self) and not self.env.su and vals.keys() - written:
            raise self._refused()
        if any(isinstance(text, str) and len(text) > LONGEST for text in vals.values()):
            raise UserError(
                self.env._(
                    "What is said of one of the goods has %(most)s characters at most.",
                    most=LONGEST,
                )
            )
        return super().write(vals)

    def unlink(self):
        """Those that stay are numbered without a gap."""
        document_ids = self.document_id.ids
        result = super().unlink()
        self.env.cr.execute(
            sql_file(
                "lines_number",
                lines=SQL.identifier(self._table),
                documents=document_ids,
            )
        )
        self.invalidate_model(["position"])
        return result

    def _refused(self):
        return AccessError(
            self.env._(
                "What a line says of goods comes from the register. Add goods with "
                "the button of the document."
            )
        )
