from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..rules import ledger as rules
from .sipbd_entry import REKLASIFIKASI


class Asset(models.Model):
    """The acts that a clerk books, each by its source document.

    ``document`` is a dict of ``document_kind``, ``document_number``,
    ``document_date`` and perhaps ``note``.
    """

    _inherit = "sipbd.asset"

    def _correct_value(self, nilai, document):
        """Koreksi nilai (0701): the value becomes ``nilai`` rupiah."""
        return self._book_each(
            document, "0701", lambda a: {"nilai": nilai - a.nilai_perolehan}
        )

    def _correct_quantity(self, jumlah, document):
        """Koreksi kuantitas (0704): the quantity becomes ``jumlah``."""
        if jumlah <= 0:
            raise UserError(
                self.env._(
                    "The quantity must stay above zero. Book a reversal (batal) if the "
                    "goods were never there."
                )
            )
        return self._book_each(
            document, "0704", lambda a: {"jumlah": jumlah - a.jumlah}
        )

    def _reclassify(self, code, document, kind="0601"):
        """Reklasifikasi: the goods stand under ``code`` from now on."""
        if kind not in dict(REKLASIFIKASI):
            raise UserError(self.env._("Choose the cause of the reclassification."))
        return self._book_each(document, kind, lambda a: {"code_id": code.id})

    def _change_condition(self, kondisi, document):
        """Koreksi spesifikasi (0703): the condition changes."""
        return self._book_each(document, "0703", lambda a: {"kondisi": kondisi})

    def _correct_date(self, tanggal, document):
        """Koreksi tanggal perolehan (0704); the entry keeps both dates."""
        self._check_date(tanggal)
        note = document.get("note")

        def change(asset):
            old = asset.tanggal_perolehan or asset.tahun_perolehan
            old_to_new = f"{old} → {tanggal}"
            return {
                "note": "\n".join(filter(None, (note, old_to_new))),
                "tanggal_lama": asset.tanggal_perolehan,
                "tahun_lama": asset.tahun_perolehan,
                "tanggal_baru": tanggal,
            }

        self._book_each(document, "0704", change)
        return self._set_date(tanggal, tanggal.year)

    def _set_date(self, tanggal, tahun):
        """Past the ORM, which cannot empty the year of an item that came without."""
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                """
                UPDATE sipbd_asset
                   SET tanggal_perolehan = %s, tahun_perolehan = %s,
                       write_uid = %s, write_date = now() AT TIME ZONE 'UTC'
                 WHERE id = ANY(%s)
                """,
                tanggal or None,
                tahun or None,
                self.env.uid,
                self.ids,
            )
        )
        self.invalidate_recordset()
        return self

    def _date_without(self, reversed_act):
        """Date and year of acquisition once a correction of them is reversed.

        The last correction that still stands says them, else what was before the
        first one.
        """
        entries = self.env["sipbd.entry"].search(
            [("asset_id", "=", self.id)], order="id"
        )
        corrections = entries.filtered("tanggal_baru")
        standing = corrections - entries.reversal_of_id - reversed_act
        if standing:
            tanggal = standing[-1].tanggal_baru
            return tanggal, tanggal.year
        return corrections[0].tanggal_lama, corrections[0].tahun_lama

    def _move_internally(self, unit, document):
        """Mutasi internal (04 out, 03 in) to another unit of the same OPD.

        :raises UserError: when the units are not of one pengguna barang: that is a
            pengalihan status penggunaan, which the kepala daerah decides
            (Permendagri 19/2016 Pasal 54-60)
        """
        for asset in self:
            opd = asset.unit_id.opd_id
            if not opd or unit.opd_id != opd:
                raise UserError(
                    self.env._(
                        "%(unit)s does not belong to the same pengguna barang as "
                        "%(asset)s. Moving goods to another OPD is a change of the "
                        "status of use (pengalihan status penggunaan), not an internal "
                        "transfer.",
                        unit=unit.display_name,
                        asset=asset.display_name,
                    )
                )
        self._check_clerk_of(unit)
        return self._book_each(document, "03", lambda a: {"unit_id": unit.id})

    def _check_clerk_of(self, unit):
        """Goods are put into the books of a unit by who keeps those books."""
        if self.env.su:
            return
        allowed = self.env.user._pemda_unit_ids("sipbd.group_asset_clerk")
        if not unit.sudo().filtered_domain([("id", "child_of", allowed)]):
            raise UserError(
                self.env._(
                    "You are not pengurus barang of %(unit)s. Ask the pengurus barang "
                    "of the OPD to book this transfer.",
                    unit=unit.display_name,
                )
            )

    def _book_each(self, document, kind, change):
        return self._book(
            [
                {**document, "kind": kind, "asset_id": asset.id, **change(asset)}
                for asset in self
            ]
        )

    # Reversal ---------------------------------------------------------------------

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
        latest = standing[-1:]
        moves = latest.kind == "03" or latest.kind in dict(REKLASIFIKASI)
        return standing[-2:] if moves and latest.jumlah > 0 else latest

    def _reverse_latest(self, document):
        """Batal: the latest act never happened.

        Booked on the date of what it reverses as long as nothing was booked on the
        asset after that, else today. In the first case reports of past dates change,
        back to that date: as long as the period is open, an act that never happened
        is in none of them.
        """
        self.ensure_one()
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
        booking_date = act[-1].booking_date
        if earlier[0] != act[-1]:
            booking_date = self.env.company.sudo()._pemda_today()
        before_act = earlier.filtered(
            lambda e: (e.booking_date, e.id) < (act[0].booking_date, act[0].id)
        )
        before = (before_act or act)[0]
        if act[0].unit_id != self.unit_id:
            self._check_clerk_of(act[0].unit_id)
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
        return self

    def action_open_entry_wizard(self):
        """Open "Bukukan perubahan" for this asset."""
        self.ensure_one()
        self.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Book a change"),
            "res_model": "sipbd.entry.wizard",
            "view_mode": "form",
            "target": "new",
            "context": {"default_asset_id": self.id},
        }

    def action_open_entries(self):
        """The ledger of these assets as a list."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "sipbd.sipbd_entry_action"
        )
        return {**action, "domain": [("asset_id", "in", self.ids)]}
