from odoo import models
from odoo.exceptions import UserError


class Asset(models.Model):
    """Acts that say where goods are, who has them and in which condition they are."""

    _inherit = "sipbd.asset"

    def _plan_condition(self, kondisi):
        return self._plan("0703", lambda a: {"kondisi": kondisi})

    def _change_condition(self, kondisi, document):
        """Koreksi spesifikasi (0703): the condition changes."""
        return self._book_plan(self._plan_condition(kondisi), document)

    def _plan_description(self, name, text):
        label = self.fields_get([name], ["string"])[name]["string"]
        return self._plan(
            "0703", lambda a: {"note": f"{label}: {a[name] or '-'} → {text}"}
        )

    def _correct_description(self, name, text, document):
        """Koreksi spesifikasi (0703): a text of the description was wrong.

        :param name: column of the description; what the ledger owns is refused
        """
        self._book_plan(self._plan_description(name, text), document)
        self.write({name: text})
        return self

    def _plan_unit(self, unit):
        for held_by in self.unit_id:
            if not held_by.opd_id or unit.opd_id != held_by.opd_id:
                asset = self.filtered(lambda a, held_by=held_by: a.unit_id == held_by)
                raise UserError(
                    self.env._(
                        "%(unit)s does not belong to the same pengguna barang as "
                        "%(asset)s. Moving goods to another OPD is a change of the "
                        "status of use (pengalihan status penggunaan), not an internal "
                        "transfer.",
                        unit=unit.display_name,
                        asset=asset[:1].display_name,
                    )
                )
        self._check_clerk_of(unit)
        return self._plan("03", lambda a: {"unit_id": unit.id})

    def _move_internally(self, unit, document):
        """Mutasi internal (04 out, 03 in) to another unit of the same OPD.

        :raises UserError: when the units are not of one pengguna barang: that is a
            pengalihan status penggunaan, which the kepala daerah decides
            (Permendagri 19/2016 Pasal 54-60)
        """
        return self._book_plan(self._plan_unit(unit), document)

    def _plan_room(self, room):
        return self._plan("12", lambda a: {"room_id": room.id})

    def _place(self, room, document):
        """Put into a room (12), or take out of its room when ``room`` is empty."""
        return self._book_plan(self._plan_room(room), document)

    def _plan_holder(self, employee):
        if not employee:
            raise UserError(self.env._("Name the employee who takes the goods."))
        return self._plan("1301", lambda a: {"holder_id": employee.id})

    def _hand_over(self, employee, document):
        """Hand goods over for use (1301): the employee has them from now on."""
        return self._book_plan(self._plan_holder(employee), document)

    def _plan_return(self):
        free = self.filtered(lambda a: not a.holder_id)
        if free:
            raise UserError(
                self.env._(
                    "Nobody has %(asset)s: there is nothing to return.",
                    asset=", ".join(free[:5].mapped("display_name")),
                )
            )
        return self._plan("1302", lambda a: {"holder_id": False})

    def _take_back(self, document):
        """Goods in use are returned (1302)."""
        return self._book_plan(self._plan_return(), document)
