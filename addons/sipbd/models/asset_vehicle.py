from odoo import api, fields, models
from odoo.fields import Domain

VEHICLES = "1.3.2.02."  # alat angkutan, Permendagri 108/2016


class Asset(models.Model):
    """What a vehicle has beside the columns of KIB B.

    Who uses it is its holder (``holder_id``), handed over by BAST.
    """

    _inherit = "sipbd.asset"

    is_vehicle = fields.Boolean(
        compute="_compute_is_vehicle",
        search="_search_is_vehicle",
        string="Vehicle",
        export_string_translation=False,
    )
    jumlah_roda = fields.Integer(string="Wheels", aggregator=None)
    pajak_sampai = fields.Date(
        string="Vehicle tax paid until", index="btree_not_null", copy=False
    )
    stnk_sampai = fields.Date(
        string="STNK valid until", index="btree_not_null", copy=False
    )
    kir_sampai = fields.Date(
        string="Inspection (kir) valid until", index="btree_not_null", copy=False
    )

    _jumlah_roda_plausible = models.Constraint(
        "check(jumlah_roda BETWEEN 0 AND 100)",
        "The number of wheels lies outside 0 to 100.",
    )
    _due_dates_plausible = models.Constraint(
        """check(
            pajak_sampai BETWEEN '1950-01-01' AND '2150-01-01'
            AND stnk_sampai BETWEEN '1950-01-01' AND '2150-01-01'
            AND kir_sampai BETWEEN '1950-01-01' AND '2150-01-01'
        )""",
        "A due date lies outside 1950 to 2150: look at its year.",
    )

    @api.depends("code_id")
    def _compute_is_vehicle(self):
        for asset in self:
            asset.is_vehicle = (asset.code_id.code or "").startswith(VEHICLES)

    @api.model
    def _search_is_vehicle(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        kode = self.env["sipbd.kode"].search(
            [("code", "=like", f"{VEHICLES}%"), ("level", "=", 7)]
        )
        return Domain("code_id", "in", kode.ids)
