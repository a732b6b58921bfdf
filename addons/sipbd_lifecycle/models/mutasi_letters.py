from odoo import models

from .sipbd_mutasi import BETWEEN

HERE = ("unit", "nearest", "opd")
ABOVE = ("pemda", "fixed")
THERE = ("receiving_unit", "receiving_opd")
#: letter -> code of its register of numbers
REGISTERS = {"usul": "sipbd_mutasi_usul", "sk": "sipbd_mutasi_sk"}


class Mutasi(models.Model):
    """The letters of a pengalihan status: who has signed each, and its number.

    Who signs follows from where a step of the flow decides, so that a pemda may shape
    the flow: usul by the last office of the giving OPD, persetujuan by the last office
    of the whole pemda.
    """

    _inherit = "sipbd.mutasi"

    def _lifecycle_arrived(self, request):
        super()._lifecycle_arrived(request)
        steps = request.flow_id.step_ids.filtered(
            lambda step: step.sequence == request.stage
        )
        places = set(steps.mapped("place"))
        if self.jenis != BETWEEN or not places:
            return
        if places <= {*ABOVE} and not self.usul_number:
            self._give_number("usul")
        # returned by the receiving unit and approved anew, it is a new persetujuan
        if places <= {*THERE} and self._approved_in(ABOVE, request):
            self._give_number("sk")

    def _give_number(self, letter):
        """Number and date a letter that was signed today."""
        today = self.env.company.sudo()._pemda_today()
        numbering = self.env["pemda.numbering"].sudo()
        parts = [self._approval_number_parts(today)]
        issued = numbering._issue(REGISTERS[letter], parts)[0]
        former = self[f"{letter}_number"]
        self._approval_as_engine().write(
            {f"{letter}_number": issued, f"{letter}_date": today}
        )
        if former:
            self._message_log(
                body=self.env._(
                    "%(number)s takes the place of %(former)s.",
                    number=issued,
                    former=former,
                )
            )
