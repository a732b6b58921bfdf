from odoo import fields, models


class Office(models.Model):
    _inherit = "pemda.office"

    appointed_by_id = fields.Many2one(
        "pemda.office",
        string="Appointed by",
        ondelete="restrict",
        help="Who signs the SK of its holder; named where nobody holds the office.",
    )

    def _signed_as(self):
        """The office as a signature names it after a.n., in the words of the form."""
        title = self.title or ""
        return self.name if not title or "{unit}" in title else title

    def _vacancy_text(self, unit):
        """Sentence for an office that nobody can decide for, and who can mend that."""
        self.ensure_one()
        appointing = self.appointed_by_id.name
        if appointing:
            return self.env._(
                "Nobody who could sign in holds the office “%(office)s” in %(unit)s. "
                "%(appointing)s appoints a holder, a Plt. or a Plh. by SK; the admin "
                "pemda enters it.",
                office=self.name,
                unit=unit.name,
                appointing=appointing,
            )
        return self.env._(
            "Nobody who could sign in holds the office “%(office)s” in %(unit)s. The "
            "admin pemda enters the holder, a Plt. or a Plh. from the SK.",
            office=self.name,
            unit=unit.name,
        )
