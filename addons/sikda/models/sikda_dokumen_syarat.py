from odoo import api, fields, models

from .hr_version import STATUS
from .sikda_jabatan import JENIS


class DokumenSyarat(models.Model):
    """Which documents the digital file of a civil servant should hold.

    No regulation fixes the list: what is loaded is a proposal, for BKD to change.
    """

    _name = "sikda.dokumen.syarat"
    _description = "Required document"
    _order = "status_asn, jenis_jabatan, jenis_id"
    _rec_name = "jenis_id"

    jenis_id = fields.Many2one(
        "sikda.dokumen.jenis", string="Document", required=True, ondelete="cascade"
    )
    status_asn = fields.Selection(STATUS, string="Status", required=True)
    jenis_jabatan = fields.Selection(
        JENIS, string="Kind of post", help="Empty: whatever the post."
    )
    active = fields.Boolean(default=True)

    _once = models.UniqueIndex(
        "(jenis_id, status_asn, coalesce(jenis_jabatan, ''))",
        "This document is required of them already.",
    )

    @api.model
    def _load_published(self):
        """The proposal, once; what BKD takes out stays out."""
        if self.with_context(active_test=False).search_count([], limit=1):
            return
        kinds = self.env["sikda.dokumen.jenis"]
        self.create(
            [
                {
                    "jenis_id": kinds._by_code(row["code"]).id,
                    "status_asn": row["status_asn"],
                    "jenis_jabatan": row["jenis_jabatan"] or False,
                }
                for row in kinds._published_rows("dokumen_syarat")
            ]
        )
