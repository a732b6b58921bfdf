from odoo import api, fields, models


class HapusLine(models.Model):
    """One of the goods that are to be struck off, and why."""

    _name = "sipbd.hapus.line"
    _description = "Goods to be struck off"
    _inherit = ["sipbd.lifecycle.line"]

    _approval_payload_fields = (
        "asset_id",
        "nilai",
        "jumlah",
        "kondisi",
        "sebab_id",
        "nilai_wajar",
        "keterangan",
    )
    _lifecycle_written = frozenset({"sebab_id", "nilai_wajar"})

    document_id = fields.Many2one(
        "sipbd.hapus", required=True, readonly=True, index=True, ondelete="cascade"
    )
    sebab_id = fields.Many2one("sipbd.hapus.sebab", string="Cause", ondelete="restrict")
    nilai_wajar = fields.Float(
        string="Nilai wajar",
        digits=(20, 2),
        aggregator="sum",
        help="By the assessment, where goods are sold, exchanged or brought in as "
        "capital; empty: the acquisition value counts.",
    )
    state = fields.Selection(related="document_id.state")
    photo_count = fields.Integer(string="Photos", compute="_compute_photo_count")

    _wajar_not_negative = models.Constraint(
        "check(nilai_wajar >= 0 AND nilai_wajar < 1e17)",
        "The nilai wajar is in rupiah and not negative.",
    )

    def _compute_photo_count(self):
        """Photos of the goods in the register."""
        counts = dict(
            self.env["sipbd.photo"]
            .sudo()
            ._read_group(
                [("asset_id", "in", self.sudo().asset_id.ids)],
                ["asset_id"],
                ["__count"],
            )
        )
        for line in self.sudo():
            line.photo_count = counts.get(line.asset_id, 0)

    def action_open_asset(self):
        """The goods in the register, with their photos and their ledger."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": "sipbd.asset",
            "res_id": self.asset_id.id,
            "views": [(False, "form")],
        }

    @api.model
    def _default_cause(self, documents):
        """Give lines without a cause that of their document, in one statement."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE sipbd_hapus_line AS line SET sebab_id = hapus.sebab_id"
            "  FROM sipbd_hapus AS hapus"
            " WHERE hapus.id = line.document_id AND line.sebab_id IS NULL"
            "   AND hapus.id = ANY(%s)",
            (documents.ids,),
        )
        self.invalidate_model(["sebab_id"])
