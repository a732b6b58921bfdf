from odoo import models
from odoo.exceptions import UserError

DAMAGED, CAUSE = "RB", "sipbd_lifecycle.sebab_rusak_berat"


class Asset(models.Model):
    """Goods are chosen in the register and proposed for their write-off."""

    _inherit = "sipbd.asset"

    def action_propose_hapus(self):
        """A draft of a write-off with these goods, for their unit or its OPD."""
        if not self:
            raise UserError(self.env._("Choose the goods first."))
        self.check_access("write")
        unit = self.unit_id
        if len(unit) > 1:
            unit = unit.opd_id
        if len(unit) != 1:
            raise UserError(
                self.env._("Goods of several OPD are proposed by each of them.")
            )
        damaged = set(self.mapped("kondisi")) == {DAMAGED}
        hapus = self.env["sipbd.hapus"].create(
            {
                "unit_id": unit.id,
                "sebab_id": self.env.ref(CAUSE).id if damaged else False,
            }
        )
        hapus._add_goods(self)
        return {
            "type": "ir.actions.act_window",
            "res_model": hapus._name,
            "res_id": hapus.id,
            "views": [(False, "form")],
        }
