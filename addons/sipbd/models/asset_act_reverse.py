from datetime import date

from odoo import api, models
from odoo.exceptions import UserError

from ..rules import ledger as rules
from .sipbd_entry import PENGHAPUSAN


class Asset(models.Model):
    """Batal: an act never happened. What has ended (akhir) did happen."""

    _inherit = "sipbd.asset"

    def _reversible(self):
        """Entries of the latest act that is not reversed yet, in order of booking.

        Acts are reversed from the latest backwards. Two entries for an act that moved
        the goods; none when all is reversed.
        """
        self.ensure_one()
        entries = self.env["sipbd.entry"]
        if self.state == "batal":
            return entries
        entries = entries.search([("asset_id", "=", self.id)], order="booking_date, id")
        reversed_ids = set(entries.reversal_of_id.ids)
        standing = entries.filtered(
            lambda e: e.kind != rules.REVERSAL and e.id not in reversed_ids
        )
        return standing[-2:] if _is_move(standing[-2:]) else standing[-1:]

    def _reverse_latest(self, document):
        """Batal: the latest act never happened.

        Booked on the date of what it reverses as long as nothing was booked on the
        asset after that and its period is open, else today. In the first case reports
        of past dates change, back to that date: as long as the period is open, an act
        that never happened is in none of them.
        """
        self.ensure_one()
        joint = self._joint_assets(self._reversible())
        for asset in self | joint:
            asset._reverse_one(document)
        return self

    def _joint_assets(self, act):
        """The other assets of an act that concerns several.

        :raises UserError: when something was booked on one of them since
        """
        first = act[-1:].joint_id or act[-1:]
        entries = self.env["sipbd.entry"].sudo()
        joint = entries.search([("joint_id", "in", first.ids)]) | first
        others = joint.asset_id.with_env(self.env) - self
        if not others:
            return others
        others.check_access("write")
        for other in others:
            if not other._reversible() <= joint.with_env(self.env):
                raise UserError(
                    self.env._(
                        "%(asset)s belongs to the same split or merge and has a later "
                        "entry. Reverse that first.",
                        asset=other.display_name,
                    )
                )
        return others

    def _reverse_one(self, document):
        act = self._reversible()
        if not act:
            raise UserError(
                self.env._(
                    "Nothing is left to reverse on %(asset)s.", asset=self.display_name
                )
            )
        earlier = self.env["sipbd.entry"].search(
            [("asset_id", "=", self.id)], order="booking_date desc, id desc"
        )
        booking_date = self._reversal_date(act)
        before_act = earlier.filtered(
            lambda e: (e.booking_date, e.id) < (act[0].booking_date, act[0].id)
        )
        before = (before_act or act)[0]
        if act[0].unit_id != self.unit_id:
            self._check_clerk_of(act[0].unit_id)
        if act[-1].kind in dict(PENGHAPUSAN):
            self._check_may_end()
        if act[-1].kind == rules.RESTORED and len(self.entry_ids) > 1:
            raise UserError(
                self.env._(
                    "The write-off of %(asset)s was cancelled by a decree. Strike it "
                    "off again by another one.",
                    asset=self.display_name,
                )
            )
        self._book(
            [
                {
                    **document,
                    "asset_id": self.id,
                    "kind": rules.REVERSAL,
                    "booking_date": booking_date,
                    "nilai": -entry.nilai,
                    "jumlah": -entry.jumlah,
                    "unit_id": entry.unit_id.id,
                    "code_id": entry.code_id.id,
                    "komptabel": entry.komptabel,
                    "kondisi": before.kondisi,
                    "room_id": before.room_id.id,
                    "holder_id": before.holder_id.id,
                    "akumulasi": -entry.akumulasi,
                    "reversal_of_id": entry.id,
                }
                for entry in reversed(act)
            ]
        )
        if act[-1].tanggal_baru:
            self._set_date(*self._date_without(act))

    def _reversal_date(self, act):
        """The day on which a reversal is booked; see ``_reverse_latest``."""
        latest = self.env["sipbd.entry"].search(
            [("asset_id", "=", self.id)], order="booking_date desc, id desc", limit=1
        )
        booking_date = act[-1].booking_date
        if latest != act[-1] or booking_date <= self._closed_until():
            return self.env.company.sudo()._pemda_today()
        return booking_date

    @api.model
    def _closed_until(self):
        """The last day that is closed to bookings; the first of all when none is."""
        closed = self.env["sipbd.period"].sudo()
        last = closed.search([("state", "=", "closed")], limit=1)
        return last.date_to or date.min


def _is_move(entries):
    """Whether two entries are the legs of one act: out of a place and into another."""
    if len(entries) < 2:
        return False
    out, into = entries
    kinds = (rules.OUT_KIND.get(into.kind, into.kind), into.document_number)
    return out.jumlah < 0 < into.jumlah and (out.kind, out.document_number) == kinds
