from decimal import Decimal

from odoo import api, fields, models

from ..rules import hapus as rules


class HapusSyarat(models.Model):
    """Who has to agree to a write-off beside the pengelola: a dated table.

    The flow asks it (condition “because of kepala_daerah”), and a document that needs
    the DPRD is not submitted without number and date of its approval.
    """

    _name = "sipbd.hapus.syarat"
    _description = "Approval that a write-off needs"
    _inherit = ["sipbd.hapus.ketentuan.barang"]
    _order = "approver, date_from desc, id"

    approver = fields.Selection(
        [(rules.KEPALA_DAERAH, "Kepala daerah"), (rules.DPRD, "DPRD")],
        string="Who agrees",
        required=True,
    )
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

    @api.model
    def _rules(self):
        """The table as the rules know it."""
        return [
            rules.Syarat(
                **row._rule_vals(),
                approver=row.approver,
                amount_above=Decimal(repr(row.amount_above)),
                basis=row.basis,
                exceptions=frozenset(row.kecuali_ids.ids),
            )
            for row in self.sudo().search([])
        ]
