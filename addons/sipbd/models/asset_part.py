from odoo import api, fields, models
from odoo.exceptions import UserError


class AssetPart(models.AbstractModel):
    """What belongs to one asset for good, such as a certificate or a photo.

    It is read and kept by those who read and keep the asset: the record rules of each
    such model go through ``asset_id``.
    """

    _name = "sipbd.asset.part"
    _description = "Part of an asset"
    _named_to_readers_only = True

    asset_id = fields.Many2one(
        "sipbd.asset", required=True, index=True, ondelete="restrict"
    )

    def write(self, vals):
        """:raises UserError: when a part would go to another asset"""
        if "asset_id" in vals and set(self.asset_id.ids) - {vals["asset_id"]}:
            raise UserError(
                self.env._(
                    "It belongs to %(asset)s. Enter it anew on the other asset.",
                    asset=self.asset_id[:1].display_name,
                )
            )
        return super().write(vals)

    def onchange(self, values, field_names, fields_spec):
        """:raises AccessError: for an asset that the user may not keep

        The client would get its name, which is given without a look at the rights.
        """
        named = values.get("asset_id") or self.env.context.get("default_asset_id")
        self._named_asset(named).check_access("write")
        return super().onchange(values, field_names, fields_spec)

    @api.model
    def _named_asset(self, value):
        """The saved asset of what a client sent; empty for a new one."""
        return self.new({"asset_id": value}).asset_id._origin
