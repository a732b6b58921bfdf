from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.pemda_base.fields import LooseMany2one


class Asset(models.Model):
    """Photos and scans; the pictures themselves lie outside of the register's table."""

    _inherit = "sipbd.asset"

    photo_ids = fields.One2many("sipbd.photo", "asset_id", string="Photos and scans")
    # A photo that goes is the main one no longer (sipbd_photo.py).
    photo_id = LooseMany2one(
        "sipbd.photo", string="Main photo", readonly=True, copy=False
    )

    @api.constrains("photo_id")
    def _check_photo(self):
        for asset in self.filtered("photo_id"):
            photo = asset.photo_id
            if photo.asset_id != asset or photo.kind != "foto":
                raise ValidationError(
                    self.env._(
                        "The main photo of %(asset)s must be one of its own photos.",
                        asset=asset.display_name,
                    )
                )

    def _choose_main_photo(self):
        """Keep the main photo, or take the first one that there is."""
        for asset in self:
            photos = asset.photo_ids.filtered(lambda p: p.kind == "foto")
            if asset.photo_id not in photos:
                asset.photo_id = photos[:1]
