from odoo import fields, models

from odoo.addons.pemda_base.fields import LooseMany2one

from .sipbd_entry import KOMPTABEL


class PeriodTotal(models.Model):
    """Sums of the figures of a period by unit, code and komptabel."""

    _name = "sipbd.period.total"
    _description = "Totals of a period"
    _log_access = False
    _order = "id"
    _rec_name = "code_id"

    period_id = LooseMany2one("sipbd.period", required=True)
    unit_id = LooseMany2one("hr.department", required=True)
    code_id = LooseMany2one("sipbd.kode", required=True)
    komptabel = fields.Selection(selection=KOMPTABEL, required=True)
    aset = fields.Integer(string="Assets", required=True)
    jumlah = fields.Float(string="Quantity", digits=(20, 2), required=True)
    nilai = fields.Float(string="Acquisition value", digits=(22, 2), required=True)
    akumulasi = fields.Float(
        string="Accumulated depreciation", digits=(22, 2), required=True
    )
    beban = fields.Float(string="Charge", digits=(22, 2), required=True)
    koreksi = fields.Float(string="Correction", digits=(22, 2), required=True)
    buku = fields.Float(string="Book value", digits=(22, 2), required=True)

    _by_unit = models.Index("(period_id, unit_id)")
