from odoo import api, fields, models


class JenisCuti(models.Model):
    """Kind of leave of PNS and of PPPK."""

    _name = "sikda.jenis.cuti"
    _description = "Kind of leave"
    _inherit = "sikda.published"

    applies_to = fields.Selection([("PNS", "PNS"), ("PPPK", "PPPK")], required=True)
    days = fields.Integer(
        aggregator=None, help="Nominal: months are counted by the calendar."
    )
    max_months = fields.Integer(aggregator=None)
    min_service_years = fields.Integer(aggregator=None)
    rule = fields.Text(help="In short, what the regulation says.")
    legal_basis = fields.Char()

    _code_uniq = models.UniqueIndex("(code)", "This code exists already.")

    @api.model
    def _load_published(self):
        self._add_published(
            [
                {
                    "code": row["code"],
                    "name": row["name"],
                    "sequence": sequence,
                    "applies_to": row["applies_to"],
                    "days": int(row["days"] or 0),
                    "max_months": int(row["max_months"] or 0),
                    "min_service_years": int(row["min_service_years"] or 0),
                    "rule": row["rule"],
                    "legal_basis": row["regulation"],
                }
                for sequence, row in enumerate(self._published_rows("jenis_cuti"))
            ]
        )
