from odoo import api, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

MOST_PEOPLE = 8
SHORTEST_TEXT = 2
NIP_LENGTH = 18


class Pegawai(models.AbstractModel):
    """Finding the civil servant who takes goods, without the right to read personnel.

    A clerk finds people of his own OPD by name or NIP, all others only by their whole
    NIP; he gets what the BAST prints: name, NIP and unit.
    """

    _name = "sipbd.pegawai"
    _description = "Custodians"

    @api.model
    def find_people(self, text):
        """Who is meant by a name or NIP.

        :return: list of dict ``nip``, ``name``, ``unit``; at most eight
        :raises AccessError: unless the user is clerk of a unit
        """
        opds = self._opds()
        text = " ".join(text.split()) if isinstance(text, str) else ""
        nip = self._digits(text)
        if len(nip) == NIP_LENGTH:
            return self._shown(self._by_nip(nip))
        if len(text) < SHORTEST_TEXT or not text.isprintable():
            return []
        number = nip and Domain("nip", "=like", f"{nip}%")
        domain = (number or Domain("name", "ilike", text)) & Domain(
            [("nip", "!=", False), ("department_id", "child_of", opds.ids)]
        )
        people = self.env["hr.employee"].sudo()
        return self._shown(people.search(domain, limit=MOST_PEOPLE, order="name, id"))

    @api.model
    def _person(self, nip):
        """The employee with exactly this NIP.

        :raises UserError: when there is none, or the text is no NIP
        """
        digits = self._digits(nip or "")
        if len(digits) != NIP_LENGTH:
            raise UserError(
                self.env._(
                    "“%(text)s” is not a NIP: it has 18 digits. Type a name or the "
                    "first digits and choose from the list.",
                    text=(nip or "")[:40],
                )
            )
        employee = self._by_nip(digits)
        if not employee:
            raise UserError(
                self.env._(
                    "Nobody with the NIP %(nip)s is in the personnel list.", nip=digits
                )
            )
        return employee

    @api.model
    def _opds(self):
        """The OPD of the units whose goods the user keeps; those of a unit that
        belongs to none are its own."""
        ids = self.env.user._pemda_unit_ids("sipbd.group_asset_clerk")
        if not ids:
            raise AccessError(
                self.env._("Only the pengurus barang of a unit looks custodians up.")
            )
        units = self.env["hr.department"].browse(ids)
        return units.opd_id | units.filtered(lambda unit: not unit.opd_id)

    @api.model
    def _in_own_opd(self, employee):
        units = self.env["hr.department"].sudo()
        department = employee.sudo().department_id
        return bool(
            units.search_count(
                [("id", "=", department.id), ("id", "child_of", self._opds().ids)]
            )
        )

    @api.model
    def _by_nip(self, nip):
        people = self.env["hr.employee"].sudo()
        return people.search([("nip", "=", nip)], limit=1)

    @api.model
    def _digits(self, text):
        """Digits of a text that is nothing but digits, blanks and dots."""
        digits = text.replace(" ", "").replace(".", "")
        return digits if digits.isascii() and digits.isdigit() else ""

    @api.model
    def _shown(self, people):
        return [
            {
                "nip": person.nip,
                "name": person.name,
                "unit": person.department_id.name or "",
            }
            for person in people
        ]
