from odoo import api, fields, models
from odoo.exceptions import AccessError

from odoo.addons.pemda_base.fields import LooseMany2one

from ..rules import susut_policy as rules
from .sipbd_entry import KOMPTABEL, KONDISI

STANDINGS = [
    (rules.SUSUT, "Depreciated"),
    (rules.TETAP, "Not depreciated"),
    (rules.HENTI, "Frozen"),
    (rules.EKSTRA, "Ekstrakomptabel, left out"),
    (rules.TANPA_MASA, "No useful life known"),
]


class PeriodFigure(models.Model):
    """An asset as it stood at the end of a period: one row each, written by the run.

    Foreign keys are left out: each would look its target up for hundreds of thousands
    of rows of every run. Assets, codes and units that are in the register are never
    deleted, and the rows of a period go with it.
    """

    _name = "sipbd.period.figure"
    _description = "Figures of an asset in a period"
    _log_access = False
    _order = "id desc"
    _rec_name = "asset_id"

    period_id = LooseMany2one("sipbd.period", required=True)
    asset_id = LooseMany2one("sipbd.asset", required=True)
    unit_id = LooseMany2one("hr.department", required=True)
    code_id = LooseMany2one("sipbd.kode", required=True)
    komptabel = fields.Selection(selection=KOMPTABEL, required=True)
    kondisi = fields.Selection(selection=KONDISI, string="Condition")
    room_id = LooseMany2one("sipbd.ruang", string="Room")
    holder_id = LooseMany2one("hr.employee", string="Custodian")
    register = fields.Char()
    tanggal_perolehan = fields.Date(string="Acquired on")
    tahun_perolehan = fields.Integer(string="Year acquired", aggregator=None)
    jumlah = fields.Float(string="Quantity", digits=(16, 2), required=True)
    nilai = fields.Float(string="Acquisition value", digits=(20, 2), required=True)
    akumulasi = fields.Float(
        string="Accumulated depreciation", digits=(20, 2), required=True
    )
    beban = fields.Float(string="Charge", digits=(20, 2), required=True)
    koreksi = fields.Float(
        string="Correction",
        digits=(20, 2),
        required=True,
        help="What earlier periods should have charged more or less.",
    )
    buku = fields.Float(string="Book value", digits=(20, 2), compute="_compute_buku")
    sisa = fields.Integer(string="Periods left", aggregator=None)
    dasar = fields.Float(
        string="Spread amount",
        digits=(20, 2),
        help="Book value when the charge was last worked out.",
        aggregator=None,
    )
    masa = fields.Integer(string="Spread over", aggregator=None)
    status = fields.Selection(selection=STANDINGS, string="Depreciation", required=True)

    _one_per_asset = models.UniqueIndex("(period_id, asset_id)")

    @api.depends("nilai", "akumulasi")
    def _compute_buku(self):
        for figure in self:
            figure.buku = figure.nilai - figure.akumulasi

    def init(self):  # pylint: disable=missing-return
        """Ids that do not run out: a run writes the rows of a period anew."""
        super().init()
        self.env.cr.execute(
            """
            SELECT data_type FROM information_schema.columns
             WHERE table_name = 'sipbd_period_figure' AND column_name = 'id'
            """
        )
        if self.env.cr.fetchone()[0] != "bigint":
            self.env.cr.execute(
                "ALTER TABLE sipbd_period_figure ALTER COLUMN id TYPE bigint"
            )
            self.env.cr.execute("ALTER SEQUENCE sipbd_period_figure_id_seq AS bigint")

    @api.model_create_multi
    def create(self, vals_list):
        raise self._written_by_the_run()

    def write(self, vals):
        raise self._written_by_the_run()

    @api.ondelete(at_uninstall=False)
    def _unlink_refused(self):
        raise self._written_by_the_run()

    def _written_by_the_run(self):
        return AccessError(
            self.env._("Figures of a period are computed, not entered or deleted.")
        )
