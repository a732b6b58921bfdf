from odoo import api, models
from odoo.exceptions import UserError


class Users(models.Model):
    _inherit = "res.users"

    @api.ondelete(at_uninstall=False)
    def _unlink_except_in_register(self):
        """The register says for good who wrote it; a user who left is archived."""
        authors = ["|", ("create_uid", "in", self.ids), ("write_uid", "in", self.ids)]
        for model in ("sipbd.asset", "sipbd.entry"):
            if self.env[model].sudo().search_count(authors, limit=1):
                raise UserError(
                    self.env._(
                        "This user is named in the register of assets. Archive the "
                        "user instead."
                    )
                )
