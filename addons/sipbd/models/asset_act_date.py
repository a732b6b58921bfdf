from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date

from ..rules.ledger import REVERSAL


class Asset(models.Model):
    """Koreksi tanggal perolehan (0704); the entry keeps both dates."""

    _inherit = "sipbd.asset"

    def _plan_date(self, tanggal):
        tanggal = self._checked_date(tanggal)
        self._check_not_used_before(tanggal)

        def change(asset):
            old = asset.tanggal_perolehan or asset.tahun_perolehan
            return {
                "note": f"{old} → {tanggal}",
                "tanggal_lama": asset.tanggal_perolehan,
                "tahun_lama": asset.tahun_perolehan,
                "tanggal_baru": tanggal,
            }

        return self._plan("0704", change)

    def _check_not_used_before(self, tanggal):
        """:raises UserError: when something happened to one of them before that day"""
        entries = self.env["sipbd.entry"].search(
            [("asset_id", "in", self.ids)], order="asset_id, booking_date, id"
        )
        standing = (entries - entries.reversal_of_id).filtered(
            lambda entry: entry.kind != REVERSAL
        )
        for asset, acts in standing.grouped("asset_id").items():
            if len(acts) > 1 and acts[1].booking_date < tanggal:
                raise UserError(
                    self.env._(
                        "%(asset)s has an entry of %(day)s: it was acquired then, or "
                        "before.",
                        asset=asset.display_name,
                        day=format_date(self.env, acts[1].booking_date),
                    )
                )

    def _correct_date(self, tanggal, document):
        """The goods were acquired on ``tanggal``."""
        tanggal = self._checked_date(tanggal)
        self._book_plan(self._plan_date(tanggal), document)
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
