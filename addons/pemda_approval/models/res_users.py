from odoo import models


class Users(models.Model):
    _inherit = "res.users"

    def _approval_places(self):
        """Places of the offices that the user holds today, see ``place_key``."""
        self.ensure_one()
        return [
            place_key(holder.office_id.id, holder.unit_id.id)
            for holder in self._offices_in_force()
        ]


def place_key(office_id, unit_id):
    """An office in a unit, as one text that an index can find."""
    return f"{office_id}/{unit_id}"
