from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from odoo.addons.pemda_base.fields import LooseMany2one

from ..rules import coordinates


class Asset(models.Model):
    """Where land, buildings and roads lie, and on which land."""

    _inherit = "sipbd.asset"

    batas_utara = fields.Char(string="Boundary north")
    batas_timur = fields.Char(string="Boundary east")
    batas_selatan = fields.Char(string="Boundary south")
    batas_barat = fields.Char(string="Boundary west")
    lintang = fields.Float(
        string="Latitude", digits=(9, 6), aggregator=None, readonly=True, copy=False
    )
    bujur = fields.Float(
        string="Longitude", digits=(9, 6), aggregator=None, readonly=True, copy=False
    )
    koordinat = fields.Char(
        string="Coordinates",
        compute="_compute_koordinat",
        inverse="_inverse_koordinat",
        help="Latitude and longitude as a map shows them, such as -7.645, 112.903.",
    )
    # Assets stay for good (named_parents.sql).
    tanah_id = LooseMany2one(
        "sipbd.asset",
        string="Stands on land",
        index="btree_not_null",
        ondelete="restrict",
        help="The land of KIB A under the building or road.",
    )
    bangunan_ids = fields.One2many(
        "sipbd.asset", "tanah_id", string="Buildings and roads on it", readonly=True
    )

    # No place of Indonesia has longitude 0: it means that none is known.
    _koordinat_in_indonesia = models.Constraint(
        f"""check(
            coalesce(bujur, 0) = 0 AND coalesce(lintang, 0) = 0
            OR coalesce(lintang, 99)
               BETWEEN {coordinates.SOUTH} AND {coordinates.NORTH}
            AND coalesce(bujur, 0) BETWEEN {coordinates.WEST} AND {coordinates.EAST}
        )""",
        "The coordinates lie outside of Indonesia.",
    )

    @api.depends("lintang", "bujur")
    def _compute_koordinat(self):
        for asset in self:
            known = bool(asset.bujur)
            asset.koordinat = known and coordinates.show(asset.lintang, asset.bujur)

    def _inverse_koordinat(self):
        for asset in self:
            latitude = longitude = 0
            if (asset.koordinat or "").strip():
                latitude, longitude = self._read_coordinates(asset.koordinat)
            asset.write({"lintang": latitude, "bujur": longitude})

    @api.onchange("koordinat")
    def _onchange_koordinat(self):
        if (self.koordinat or "").strip():
            try:
                place = coordinates.parse(self.koordinat)
            except coordinates.CoordinateError as error:
                message = self._coordinate_message(error)
                return {"warning": {"title": self.koordinat, "message": message}}
            self.koordinat = coordinates.show(*place)
        return None

    @api.constrains("lintang", "bujur")
    def _check_koordinat(self):
        for asset in self.filtered(lambda a: a.lintang or a.bujur):
            try:
                coordinates.check(asset.lintang, asset.bujur)
            except coordinates.CoordinateError as error:
                raise ValidationError(self._coordinate_message(error)) from error

    @api.model
    def _read_coordinates(self, text):
        try:
            return coordinates.parse(text)
        except coordinates.CoordinateError as error:
            raise UserError(self._coordinate_message(error)) from error

    @api.model
    def _coordinate_message(self, error):
        return {
            "unreadable": self.env._(
                "The coordinates cannot be read. Write latitude and longitude as a "
                "map shows them, such as -7.645, 112.903."
            ),
            "swapped": self.env._(
                "Latitude and longitude are swapped: write the latitude first, such "
                "as -7.645, 112.903."
            ),
            "outside": self.env._(
                "The coordinates lie outside of Indonesia. South of the equator the "
                "latitude is negative, such as -7.645, 112.903."
            ),
        }[error.kind]

    @api.onchange("tanah_id")
    def _onchange_tanah_id(self):
        if self.tanah_id:
            self.kode_tanah = self.tanah_id.code_id.code
            self.luas_tanah = self.luas_tanah or self.tanah_id.luas
            self.letak = self.letak or self.tanah_id.letak

    @api.constrains("tanah_id", "code_id")
    def _check_tanah(self):
        for asset in self.filtered("tanah_id"):
            if asset.tanah_id.kib != "A" or asset.kib not in ("C", "D", "F"):
                raise ValidationError(
                    self.env._(
                        "Only buildings, roads and constructions (KIB C, D, F) stand "
                        "on land, and only on land of KIB A: see %(asset)s.",
                        asset=asset.display_name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        """:raises AccessError: for land that the user may not read"""
        self._check_land_readable(vals.get("tanah_id") for vals in vals_list)
        return super().create(vals_list)

    def write(self, vals):
        """:raises AccessError: for land that the user may not read"""
        self._check_land_readable([vals.get("tanah_id")])
        return super().write(vals)

    def _check_land_readable(self, land_ids):
        self.browse(filter(None, land_ids)).check_access("read")

    def onchange(self, values, field_names, fields_spec):
        """:raises AccessError: for land that the user may not read

        The client would get its name, which is given without a look at the rights.
        """
        named = values.get("tanah_id") or self.env.context.get("default_tanah_id")
        land = self.new({"tanah_id": named}).tanah_id._origin
        if land != self.tanah_id:
            land.check_access("read")
        return super().onchange(values, field_names, fields_spec)
