from odoo import models
from odoo.exceptions import UserError

from ..rules.ledger import RESTORED
from .asset_act_class import LOST
from .sipbd_entry import PENGHAPUSAN


class Asset(models.Model):
    """Acts by which goods leave the register. They were there: nothing is reversed."""

    _inherit = "sipbd.asset"

    def _plan_twice(self):
        return self._plan("0702", _leave)

    def _recorded_twice(self, document):
        """Koreksi pencatatan ganda (0702): the goods are in the register as others."""
        return self._book_plan(self._plan_twice(), document)

    def _plan_end(self, kind):
        if kind not in dict(PENGHAPUSAN):
            raise UserError(self.env._("Choose the cause of the write-off."))
        held = self.filtered(lambda a: a.holder_id and a.code_id.code != LOST)
        if held:
            raise UserError(
                self.env._(
                    "%(asset)s is still handed over for use. Book its return first.",
                    asset=", ".join(held[:5].mapped("display_name")),
                )
            )
        return self._plan(kind, _leave)

    def _end(self, kind, document):
        """Penghapusan (14xx): struck off by a decree, for good.

        Booked by the pengurus barang pengelola of the unit; the decree is made by the
        pengelola or the kepala daerah (Permendagri 19/2016 Pasal 431-473).

        :raises UserError: without a decree, or for anybody else
        """
        if document.get("document_kind") != "sk":
            raise UserError(
                self.env._(
                    "Goods are struck off by a decree (SK penghapusan): give it as "
                    "source document. What never happened is reversed (batal)."
                )
            )
        self._check_may_end()
        return self._book_plan(self._plan_end(kind), document)

    def _write_offs(self):
        """The entries by which these assets left, as far as nothing has undone them.

        :return: recordset in order of the assets; nothing of an asset that is there or
            left in another way
        """
        entries = self.env["sipbd.entry"].search(
            [("asset_id", "in", self.filtered(lambda a: a.state == "akhir").ids)],
            order="booking_date, id",
        )
        last = {entry.asset_id.id: entry for entry in entries}
        kinds = dict(PENGHAPUSAN)
        return entries.browse(
            last[id_].id for id_ in self.ids if id_ in last and last[id_].kind in kinds
        )

    def _plan_restore(self):
        write_offs = {entry.asset_id: entry for entry in self._write_offs()}
        missing = self - self.browse(asset.id for asset in write_offs)
        if missing:
            raise UserError(
                self.env._(
                    "%(asset)s was not struck off: there is nothing to cancel.",
                    asset=", ".join(missing[:5].mapped("display_name")),
                )
            )
        return self._plan(
            RESTORED,
            lambda asset: {
                "nilai": -write_offs[asset].nilai,
                "jumlah": -write_offs[asset].jumlah,
            },
        )

    def _restore(self, document):
        """Pembatalan penghapusan (0109): acquired again from the day of the decree.

        The goods are what they were, under the same NIBAR: value, accumulated
        depreciation and remaining life go on where they stopped. A write-off that
        never happened is reversed instead.
        """
        self._check_may_end()
        return self._book_plan(self._plan_restore(), document)

    def _check_may_end(self):
        self._check_office_in(
            self.unit_id,
            "sipbd.group_asset_manager",
            self.env._(
                "Goods are struck off by the pengurus barang pengelola. Send him the "
                "decree."
            ),
        )


def _leave(asset):
    return {"nilai": -asset.nilai_perolehan, "jumlah": -asset.jumlah}
