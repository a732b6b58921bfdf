from odoo import models

from odoo.addons.pemda_approval.rules.transitions import EDITABLE

from .sipbd_mutasi import BETWEEN

HERE = ("unit", "nearest", "opd")
ABOVE = ("pemda", "fixed")
THERE = ("receiving_unit", "receiving_opd")
#: letter -> code of its register of numbers
REGISTERS = {"usul": "sipbd_mutasi_usul", "sk": "sipbd_mutasi_sk"}
#: what a transfer has of its letters
LETTER_FIELDS = ("usul_number", "usul_date", "sk_number", "sk_date")


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

    def _approval_lock(self):  # pylint: disable=missing-return
        super()._approval_lock()
        for mutasi in self.filtered(lambda each: each.state in EDITABLE):
            mutasi._begin_anew()

    def _begin_anew(self):
        """A draft goes the way that its units say now, whatever a client says; what it
        has of a way that it went before falls away."""
        way, vals = self._way(), {}
        if self.jenis != way:
            vals["jenis"] = way
        lapsed = [*filter(None, (self.usul_number, self.sk_number))]
        if way != BETWEEN and lapsed:
            vals |= dict.fromkeys(LETTER_FIELDS, False)
            self._message_log(
                body=self.env._(
                    "%(numbers)s lapse: the goods stay with their pengguna.",
                    numbers=", ".join(lapsed),
                )
            )
        room = self.sudo().to_room_id
        if room and not (room.active and room.unit_id == self.sudo().to_unit_id):
            vals["to_room_id"] = False
        if vals:
            self._approval_as_engine().write(vals)

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
