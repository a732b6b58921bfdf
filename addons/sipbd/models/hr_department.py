from odoo import models
from odoo.exceptions import UserError

from odoo.addons.pemda_base.rules.numbering import NumberingError

from ..rules import numbers


class Department(models.Model):
    _inherit = "hr.department"

    def _sipbd_number_parts(self):
        """Parts of NIBAR and kode register that come from the unit.

        :return: dict of ``wilayah`` (4 digits) and ``lokasi`` (14 digits)
        :raises UserError: when the unit has no code or one with too many digits
        """
        self.ensure_one()
        if not self.code:
            raise UserError(
                self.env._("%(unit)s has no unit code.", unit=self.display_name)
            )
        try:
            return {
                "wilayah": numbers.region(self._nearest("wilayah_code")),
                "lokasi": numbers.location(self.code),
            }
        except NumberingError as error:
            raise UserError(
                self.env._(
                    "%(unit)s cannot be numbered: %(why)s.",
                    unit=self.display_name,
                    why=self.env["pemda.numbering"]._in_words(error),
                )
            ) from error

    def _import_uses(self):
        """A list of units is not undone once the register names one of them."""
        _ = self.env._
        return [
            *super()._import_uses(),
            (
                _("Issued documents"),
                self._referred_by("pemda.report.document", "unit_id"),
            ),
            (_("Assets"), self._referred_by("sipbd.asset", "unit_id")),
            (_("Ledger entries"), self._referred_by("sipbd.entry", "unit_id")),
        ]
