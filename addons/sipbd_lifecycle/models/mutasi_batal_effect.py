from odoo import models
from odoo.exceptions import UserError

from odoo.addons.sipbd.rules.ledger import REVERSAL


class MutasiBatal(models.Model):
    """What a cancellation books.

    A transfer that was the last thing booked, in a period that is still open, never
    happened: it is reversed on its own date, as ``_reverse_latest`` of an asset does.
    What lies in a closed period, or has other entries after it, did happen: the goods
    are transferred back today.
    """

    _inherit = "sipbd.mutasi.batal"

    def _approval_effect(self):
        for batal in self:
            batal.mutasi_id._cancel_by(batal)
            reversals, transfers = batal._acts_back()
            assets = self.env["sipbd.asset"]
            if reversals:
                assets._book(reversals)
            if transfers:
                assets._book(transfers)

    def _batal_problems(self):
        """Units of transfers back that take no goods any more."""
        yield from super()._batal_problems()
        if self.mutasi_id.state != "approved":
            return
        _reversals, transfers = self._acts_back()
        units = self.env["hr.department"].browse(
            {transfer["unit_id"] for transfer in transfers}
        )
        for unit in units:
            try:
                self.env["sipbd.asset"]._check_unit(unit, self._lifecycle_date())
                unit._sipbd_number_parts()
            except UserError as error:
                yield str(error)

    def _acts_back(self):
        """Acts by which the goods go back: reversals, and transfers of today."""
        assets = self.env["sipbd.asset"]
        source = self._lifecycle_source("ba")
        closed = assets._closed_until()
        reversals, transfers = [], []
        kind = self.mutasi_id._ledger_kind()
        for row in self._booked_acts("mutasi_acts", document_kind=kind):
            last = row["latest_id"] == row["into_id"]
            if last and row["booking_date"] > closed:
                reversals += [
                    {
                        **source,
                        "asset_id": row["asset_id"],
                        "kind": REVERSAL,
                        "booking_date": row["booking_date"],
                        "nilai": -float(row[f"{leg}_nilai"]),
                        "jumlah": -float(row[f"{leg}_jumlah"]),
                        "unit_id": row[f"{leg}_unit_id"],
                        "code_id": row["code_id"],
                        "komptabel": row["komptabel"],
                        "kondisi": row["kondisi"],
                        "room_id": row["room_id"],
                        "holder_id": row["holder_id"],
                        "reversal_of_id": row[f"{leg}_id"],
                    }
                    for leg in ("into", "out")
                ]
            else:
                transfers.append(
                    {
                        **source,
                        "asset_id": row["asset_id"],
                        "kind": "03",
                        "unit_id": row["out_unit_id"],
                    }
                )
        return reversals, transfers
