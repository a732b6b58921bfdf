from odoo import api, models
from odoo.exceptions import UserError

from .sipbd_entry import PEROLEHAN

LONGEST_LIFE = 12 * 200  # months, as of an opening balance


class Asset(models.Model):
    """Acts on what goods are worth, how many they are and how long they last."""

    _inherit = "sipbd.asset"

    def _plan_value(self, nilai):
        return self._plan("0701", lambda a: {"nilai": nilai - a.nilai_perolehan})

    def _correct_value(self, nilai, document):
        """Koreksi nilai (0701): the value becomes ``nilai`` rupiah."""
        return self._book_plan(self._plan_value(nilai), document)

    def _plan_quantity(self, jumlah):
        if jumlah <= 0:
            raise UserError(
                self.env._(
                    "The quantity must stay above zero. Book a reversal (batal) if the "
                    "goods were never there."
                )
            )
        return self._plan("0704", lambda a: {"jumlah": jumlah - a.jumlah})

    def _correct_quantity(self, jumlah, document):
        """Koreksi kuantitas (0704): the quantity becomes ``jumlah``."""
        return self._book_plan(self._plan_quantity(jumlah), document)

    def _plan_life(self, sisa_bulan):
        if sisa_bulan <= 0:
            raise UserError(
                self.env._("The remaining useful life must be a number of months.")
            )
        self._check_life(sisa_bulan)
        return self._plan("0704", lambda a: {"sisa_bulan": sisa_bulan})

    @api.model
    def _check_life(self, sisa_bulan):
        """:raises UserError: for more months than anything lasts"""
        if (sisa_bulan or 0) > LONGEST_LIFE:
            raise UserError(
                self.env._("The remaining useful life is at most 200 years.")
            )

    def _correct_life(self, sisa_bulan, document):
        """Koreksi masa manfaat (0704): so many months of useful life remain."""
        return self._book_plan(self._plan_life(sisa_bulan), document)

    def _plan_cost(self, cost, cara="0101"):
        if cara not in dict(PEROLEHAN):
            raise UserError(self.env._("Choose the way of acquisition."))
        self._check_cost(cost)
        return self._plan(cara, lambda a: {"nilai": cost})

    def _add_cost(self, cost, document, cara="0101"):
        """A further cost of acquisition (01xx): attribution, or a term of a KDP."""
        return self._book_plan(self._plan_cost(cost, cara), document)

    def _plan_improvement(self, cost):
        self._check_cost(cost)
        return self._plan("08", lambda a: {"nilai": cost})

    def _improve(self, cost, document):
        """Penambahan masa/kapasitas manfaat (08): capital spent on existing goods.

        By how much the life grows is up to the depreciation.
        """
        return self._book_plan(self._plan_improvement(cost), document)

    def _check_cost(self, cost):
        if not cost > 0:
            raise UserError(self.env._("The cost must be an amount above zero."))
