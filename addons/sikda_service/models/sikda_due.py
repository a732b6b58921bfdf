from odoo import api, fields, models


class Due(models.Model):
    """Beside a KGB that is due: the proposal in which it stands."""

    _inherit = "sikda.due"

    kgb_usul_id = fields.Many2one(
        "sikda.kgb.usul", string="Proposal", compute="_compute_kgb_usul_id"
    )

    @api.depends("employee_id", "kind", "tmt")
    def _compute_kgb_usul_id(self):
        lines = self.env["sikda.kgb.usul.line"]
        if lines.has_access("read"):
            lines = lines.search(
                [
                    ("employee_id", "in", self.employee_id.ids),
                    ("state", "not in", ("rejected", "cancelled")),
                    ("batal_id", "=", False),
                    ("kecuali_id", "=", False),
                ],
                order="id",
            )
        found = {
            (line.employee_id.id, line.tmt_awal or line.tmt): line.usul_id
            for line in lines
        }
        for due in self:
            of_kgb = due.kind == "kgb"
            due.kgb_usul_id = of_kgb and found.get((due.employee_id.id, due.tmt))
