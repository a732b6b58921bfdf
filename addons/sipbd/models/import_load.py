from datetime import date

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class ImportLoad(models.Model):
    """What a register of assets needs to know beside the file.

    A KIB says what there is, not by which act it came. Unless the file says so, the
    entries are booked as perolehan lainnya (0110): hasil inventarisasi (0107) would
    claim an inventory that nobody made. They are booked on the cut-off date, by
    default the end of last year, as the opening balance of the books; what was
    acquired after that date is booked on its own day. Both can be chosen.
    """

    _inherit = "pemda.import.load"

    cut_off_date = fields.Date(
        default=lambda self: self._default_cut_off_date(),
        required=True,
        help="The register is booked as it stood on this day. Items acquired later "
        "are booked on the day of their acquisition.",
    )
    cara_perolehan = fields.Selection(
        selection=lambda self: self.env["sipbd.asset"]._selection_cara_perolehan(),
        string="Way of Acquisition",
        default="0110",
        help="For rows that do not say it themselves.",
    )
    document_number = fields.Char(
        "Document",
        help="Source document of the entries; the name of the file when empty.",
    )
    asset_ids = fields.One2many("sipbd.asset", "load_id", "Assets")

    @api.model
    def _default_cut_off_date(self):
        return date(self.env.company.sudo()._pemda_today().year - 1, 12, 31)

    @api.model
    def _user_fields(self):
        before_loading = ("draft", "read", "checked")
        return {
            **super()._user_fields(),
            "cut_off_date": before_loading,
            "cara_perolehan": before_loading,
            "document_number": before_loading,
        }

    @api.constrains("cut_off_date")
    def _check_cut_off_date(self):
        today = self.env.company.sudo()._pemda_today()
        for load in self:
            day = load.cut_off_date
            if day and not date(1900, 1, 1) <= day <= today:
                raise ValidationError(
                    self.env._("The cut-off date must lie between 1900 and today.")
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_except_in_register(self):
        """An asset says for good which file it came from, also after an undo."""
        assets = self.env["sipbd.asset"].sudo()
        if assets.search_count([("load_id", "in", self.ids)], limit=1):
            raise UserError(
                self.env._("Assets came of this load: undo it instead of deleting it.")
            )
