from datetime import datetime
from zoneinfo import ZoneInfo

from odoo import fields, models


class Company(models.Model):
    _inherit = "res.company"

    pemda_timezone = fields.Selection(
        selection=[
            ("Asia/Jakarta", "WIB (UTC+7)"),
            ("Asia/Makassar", "WITA (UTC+8)"),
            ("Asia/Jayapura", "WIT (UTC+9)"),
        ],
        string="Official time zone",
        required=True,
        default="Asia/Jakarta",
        help="The day on which an office begins or ends and a document is booked.",
    )

    def _pemda_today(self):
        """Today in the official time zone.

        Not ``context_today``: rights hang on it, and the caller chooses the context.
        """
        return datetime.now(ZoneInfo(self.pemda_timezone or "Asia/Jakarta")).date()
