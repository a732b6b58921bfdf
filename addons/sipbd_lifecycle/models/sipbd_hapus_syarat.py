from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from odoo.addons.pemda_approval.rules.steps import words
from odoo.addons.sipbd.rules import kode as kode_rules

from ..rules import hapus as rules


class HapusSyarat(models.Model):
    """Who has to agree to a write-off beside the pengelola: a dated table.

    The flow asks it (condition “because of kepala_daerah”), and a document that needs
    the DPRD is not submitted without number and date of its approval.
    """

    _name = "sipbd.hapus.syarat"
    _description = "Approval that a write-off needs"
    _inherit = ["sipbd.hapus.ketentuan"]
    _order = "approver, date_from desc, id"

    approver = fields.Selection(
        [(rules.KEPALA_DAERAH, "Kepala daerah"), (rules.DPRD, "DPRD")],
        string="Who agrees",
        required=True,
    )
    sebab_ids = fields.Many2many(
        "sipbd.hapus.sebab", string="Causes", help="None: whatever the cause."
    )
    code_prefixes = fields.Char(
        string="Codes that begin with",
        help="Several are separated by blanks. Empty: all goods.",
    )
    except_prefixes = fields.Char(string="But not with")
    amount_above = fields.Float(
        string="Amount above",
        digits=(20, 2),
        help="Rupiah of all such goods of the document; 0: any amount.",
    )
    basis = fields.Selection(
        [
            (rules.PEROLEHAN, "Acquisition value"),
            (rules.WAJAR, "Nilai wajar (else acquisition value)"),
        ],
        string="Value that counts",
        required=True,
        default=rules.PEROLEHAN,
    )
    kecuali_ids = fields.Many2many(
        "sipbd.hapus.kecuali",
        string="Except where",
        help="The maker may give one of these grounds instead of the approval.",
    )

    _amount_not_negative = models.Constraint(
        "check(amount_above >= 0 AND amount_above < 1e17)",
        "The amount is in rupiah and not negative.",
    )

    @api.constrains("code_prefixes", "except_prefixes")
    def _check_prefixes(self):
        for row in self:
            for prefix in (*words(row.code_prefixes), *words(row.except_prefixes)):
                if not kode_rules.is_valid(prefix):
                    raise ValidationError(
                        self.env._(
                            "%(prefix)s is not the beginning of a code of goods: "
                            "write it like 1.3.5.07.",
                            prefix=prefix,
                        )
                    )

    @api.model
    def _rules(self):
        """The table as the rules know it."""
        return [
            rules.Syarat(
                id=row.id,
                approver=row.approver,
                date_from=row.date_from,
                date_to=row.date_to or None,
                causes=frozenset(row.sebab_ids.mapped("code")),
                prefixes=words(row.code_prefixes),
                except_prefixes=words(row.except_prefixes),
                amount_above=Decimal(repr(row.amount_above)),
                basis=row.basis,
                exceptions=frozenset(row.kecuali_ids.ids),
            )
            for row in self.sudo().search([])
        ]
