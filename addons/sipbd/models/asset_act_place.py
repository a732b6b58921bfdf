from odoo import models
from odoo.exceptions import UserError


class Asset(models.Model):
    """Acts that say where goods are and who has them."""

    _inherit = "sipbd.asset"

    def _place(self, room, document):
        """Put into a room (12), or take out of its room when ``room`` is empty."""
        return self._book_each(document, "12", lambda a: {"room_id": room.id})

    def _hand_over(self, employee, document):
        """Hand goods over for use (1301): the employee has them from now on."""
        if not employee:
            raise UserError(self.env._("Name the employee who takes the goods."))
        return self._book_each(document, "1301", lambda a: {"holder_id": employee.id})

    def _take_back(self, document):
        """Goods in use are returned (1302)."""
        free = self.filtered(lambda a: not a.holder_id)
        if free:
            raise UserError(
                self.env._(
                    "Nobody has %(asset)s: there is nothing to return.",
                    asset=", ".join(free[:5].mapped("display_name")),
                )
            )
        return self._book_each(document, "1302", lambda a: {"holder_id": False})
