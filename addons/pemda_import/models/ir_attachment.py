from odoo import api, models
from odoo.exceptions import UserError


class Attachment(models.Model):
    _inherit = "ir.attachment"

    @api.model_create_multi
    def create(self, vals_list):
        attachments = super().create(vals_list)
        attachments._check_import_file()
        return attachments

    def write(self, vals):
        # Before and after: nothing is turned into the file of an import either.
        self._check_import_file()
        result = super().write(vals)
        self._check_import_file()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_except_import_file(self):
        self._check_import_file()

    def _check_import_file(self):
        """Refuse to touch what an import was read from: its checksum vouches for it.

        The field ``file`` of the import itself stores by superuser rights, after the
        import has checked that it is still a draft.
        """
        if self.env.su:
            return
        if any(
            attachment.res_model == "pemda.import.load" and attachment.res_field
            for attachment in self.sudo()
        ):
            raise UserError(
                self.env._(
                    "This is the file of an import, the evidence of what was loaded. "
                    "It cannot be changed or deleted; upload a corrected file as a "
                    "new import."
                )
            )
