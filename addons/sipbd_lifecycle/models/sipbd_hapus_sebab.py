from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.pemda_approval.rules.steps import words
from odoo.addons.sipbd.models.sipbd_entry import KONDISI, PENGHAPUSAN
from odoo.addons.sipbd.rules import kode as kode_rules

FREE, WARN, REFUSE = "bebas", "ingatkan", "tolak"


class HapusSebab(models.Model):
    """A cause of write-offs: what it needs, and as which kind the ledger books it.

    Dated: a document takes the causes that are in force on its day.
    """

    _name = "sipbd.hapus.sebab"
    _description = "Cause of a write-off"
    _inherit = ["sipbd.hapus.ketentuan"]
    _order = "sequence, name"

    code = fields.Char(
        required=True, help="One word: flows and attachments ask for it by this."
    )
    sequence = fields.Integer(string="Order", default=10)
    kind = fields.Selection(
        selection=PENGHAPUSAN, string="Booked as", required=True, default="1406"
    )
    jenis_ids = fields.Many2many(
        "sipbd.hapus.jenis",
        string="Needs",
        help="Documents, with number and date, without which it is not submitted.",
    )
    kondisi = fields.Selection(
        selection=KONDISI,
        string="Condition",
        help="Condition that the goods should have in the register.",
    )
    reklas = fields.Selection(
        [
            (FREE, "Not asked for"),
            (WARN, "The maker is reminded"),
            (REFUSE, "Not submitted without it"),
        ],
        string="Reclassified before",
        required=True,
        default=FREE,
        help="BPK asks that goods be reclassified to other assets before they are "
        "struck off.",
    )
    reklas_prefix = fields.Char(
        string="Reclassified to", help="Beginning of the codes of such goods."
    )
    date_from = fields.Date(default="2016-01-01")
    note = fields.Text(translate=True)

    _code_uniq = models.UniqueIndex(
        "(code, date_from)", "This cause is in the table from this day already."
    )

    @api.constrains("code", "reklas", "reklas_prefix")
    def _check_words(self):
        for sebab in self:
            if words(sebab.code) != (sebab.code,):
                raise ValidationError(
                    self.env._(
                        "“%(code)s” is not one word: leave out blanks and commas.",
                        code=sebab.code,
                    )
                )
            prefix = sebab.reklas_prefix or ""
            if sebab.reklas != FREE and not kode_rules.is_valid(prefix):
                raise ValidationError(
                    self.env._(
                        "Say to which code goods of “%(cause)s” are reclassified, "
                        "such as 1.5.4.",
                        cause=sebab.name,
                    )
                )
