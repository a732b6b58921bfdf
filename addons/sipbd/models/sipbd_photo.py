from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules import files


class Photo(models.Model):
    """A picture of an asset, or of a paper that belongs to it.

    Pictures are scaled down to what a screen shows; the files are attachments with
    the rights of the asset. Its main picture is ``photo_id`` of the asset.
    """

    _name = "sipbd.photo"
    _description = "Photo of an asset"
    _inherit = ["sipbd.asset.part"]
    _order = "sequence, id"

    name = fields.Char(string="Caption")
    kind = fields.Selection(
        selection=[
            ("foto", "Photo"),
            ("bpkb", "BPKB"),
            ("stnk", "STNK"),
            ("dokumen", "Other document"),
        ],
        required=True,
        default="foto",
    )
    sequence = fields.Integer(default=10, aggregator=None)
    image = fields.Image(max_width=1600, max_height=1600, required=True)
    image_256 = fields.Image(
        related="image", max_width=256, max_height=256, store=True, string="Thumbnail"
    )
    is_main = fields.Boolean(compute="_compute_is_main", string="Main photo")

    @api.depends("asset_id.photo_id")
    def _compute_is_main(self):
        for photo in self:
            photo.is_main = photo == photo.asset_id.photo_id

    @api.depends("name", "kind")
    def _compute_display_name(self):
        kinds = dict(self._fields["kind"]._description_selection(self.env))
        for photo in self:
            photo.display_name = photo.name or kinds.get(photo.kind)

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_image(vals)
        photos = super().create(vals_list)
        photos.asset_id._choose_main_photo()
        return photos

    def write(self, vals):
        self._check_image(vals)
        result = super().write(vals)
        if "kind" in vals:
            self.asset_id._choose_main_photo()
        return result

    def unlink(self):
        assets = self.asset_id
        assets.filtered(lambda a: a.photo_id in self).photo_id = False
        result = super().unlink()
        assets._choose_main_photo()
        return result

    def action_make_main(self):
        """Show this photo in lists from now on."""
        self.ensure_one()
        self.asset_id.photo_id = self

    def _check_image(self, vals):
        if not vals.get("image"):
            return
        try:
            files.check_image(vals["image"])
        except files.FileError as error:
            reason = {
                "size": self.env._(
                    "The picture is too large: at most %(size)s MB and 50 million "
                    "points. Take it with a lower resolution.",
                    size=files.MOST_MB,
                ),
                "content": self.env._(
                    "The file is not a picture. Photos and scans are taken as JPEG, "
                    "PNG or WebP."
                ),
            }[error.kind]
            raise UserError(reason) from error
