from odoo import fields, models


class Department(models.Model):
    """What a printed document shows of a unit: letterhead and signers."""

    _inherit = "hr.department"

    letterhead_name = fields.Char(
        help="Name as printed, if it differs from the name of the unit."
    )
    street = fields.Char(string="Address")
    city = fields.Char(string="Seat", help="Place before the date of a document.")
    zip = fields.Char(string="Postal code")
    phone = fields.Char()
    email = fields.Char()
    website_url = fields.Char(string="Website")
    logo = fields.Image(max_width=512, max_height=512)

    def _nearest(self, field_name):
        """Value of the field here or, if empty, on the nearest unit above."""
        self.ensure_one()
        unit = self
        while unit and not unit[field_name]:
            unit = unit.parent_id
        return unit[field_name] if unit else False

    def _letterhead(self):
        """Heading of a document of this unit.

        Form text: it stays Indonesian whatever the language of the screen.

        :return: dict of ``names`` (list[str], the pemda first), ``contact`` (str,
            address and the like), ``place`` (str) and ``logo`` (base64, or False)
        """
        self.ensure_one()
        chain = [self]
        while chain[-1].parent_id:
            chain.append(chain[-1].parent_id)
        shown = {chain[-1], self.opd_id, self}
        names = [
            (unit.letterhead_name or unit.name).upper()
            for unit in reversed(chain)
            if unit in shown
        ]
        contact = [
            self._nearest("street"),
            f"Telp. {self.phone}" if self.phone else "",
            self.email,
            self.website_url,
        ]
        return {
            "names": names,
            "contact": " · ".join(filter(None, contact)),
            "place": self._nearest("city") or "",
            "logo": self._nearest("logo"),
        }

    def _signers(self, office_codes, date):
        """Who signs for this unit at ``date``, in the order of ``office_codes``.

        The holder of the unit itself comes first, else that of the nearest unit
        above. An office that nobody holds yields a block to be signed by hand.

        :return: list of dict of ``title`` (the office), ``name``, ``nip`` and
            ``capacity`` (definitif, plt or plh; definitif where nobody holds it)
        """
        self.ensure_one()
        holders = self.env["pemda.office.holder"].sudo()
        return [
            holders._in_office(self, code, date)._signature(self, code)
            for code in office_codes
        ]
