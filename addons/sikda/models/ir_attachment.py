from odoo import api, models
from odoo.exceptions import UserError

from .riwayat import Riwayat


class Attachment(models.Model):
    """The scan of a row is the evidence on which BKD verified it."""

    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        attachments = super().create(vals_list)
        attachments._check_scan_of_history()
        return attachments

    def write(self, vals):
        # Before and after: nothing is turned into the scan of a row either.
        self._check_scan_of_history()
        result = super().write(vals)
        self._check_scan_of_history()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_scan_of_history(self):
        self._check_scan_of_history()

    def _check_scan_of_history(self):
        """Refuse the way past the row, which looks at who writes and what stands.

        The field ``scan`` of the row itself stores by superuser rights.
        """
        if self.env.su:
            return
        for attachment in self.sudo().filtered("res_field"):
            row = self.env.get(attachment.res_model or "")
            if isinstance(row, Riwayat):
                raise UserError(
                    self.env._(
                        "This is the scan of a row of a history. Change it in the row "
                        "itself; of a row that stands, enter a correction."
                    )
                )
