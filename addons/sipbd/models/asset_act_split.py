from odoo import models
from odoo.exceptions import UserError

from .asset_create import DOCUMENT_FIELDS


class Asset(models.Model):
    """Goods recorded as one become several, or several one (0704).

    Entries on more than one asset that only together make sense name the first of
    them in ``joint_id``; they are reversed together.
    """

    _inherit = "sipbd.asset"

    def _plan_split(self, pieces, jumlah_left):
        """What leaves the asset; see ``_split``."""
        self.ensure_one()
        nilai = sum(piece["nilai"] for piece in pieces)
        self._check_pieces(pieces, nilai, jumlah_left)
        return self._plan(
            "0704",
            lambda a: {
                "nilai": -nilai,
                "jumlah": jumlah_left - a.jumlah,
                "akumulasi": -sum(piece.get("akumulasi") or 0 for piece in pieces),
            },
        )

    def _check_pieces(self, pieces, nilai, jumlah_left):
        if not pieces:
            raise UserError(self.env._("Name the pieces into which the goods go."))
        if any(p["jumlah"] <= 0 or p["nilai"] < 0 for p in pieces):
            raise UserError(
                self.env._("Each piece needs a quantity above zero and its value.")
            )
        for piece in pieces:
            self._check_life(piece.get("sisa_bulan"))
        carried = any((p.get("akumulasi") or 0) > p["nilai"] for p in pieces)
        negative = any((p.get("akumulasi") or 0) < 0 for p in pieces)
        if carried or negative:
            raise UserError(
                self.env._(
                    "The accumulated depreciation of a piece lies between zero and its "
                    "value."
                )
            )
        if nilai > self.nilai_perolehan or not 0 < jumlah_left <= self.jumlah:
            raise UserError(
                self.env._(
                    "The pieces are worth more than %(asset)s, or nothing of it would "
                    "be left.",
                    asset=self.display_name,
                )
            )

    def _split(self, pieces, jumlah_left, document):
        """Split: the pieces become assets of their own, the rest stays.

        :param list[dict] pieces: ``jumlah``, ``nilai`` and perhaps ``name``,
            ``code_id``, ``akumulasi`` (rupiah) and ``sisa_bulan`` (remaining months)
        :param jumlah_left: quantity of the asset afterwards
        :return: the new assets
        """
        self._book_plan(self._plan_split(pieces, jumlah_left), document)
        joint = self._last_entries()
        described = self.copy_data()[0]
        given = {name: document[name] for name in DOCUMENT_FIELDS}
        return self._enter(
            [
                {
                    **described,
                    "name": piece.get("name") or self.name,
                    "code_id": piece.get("code_id") or self.code_id.id,
                    "unit_id": self.unit_id.id,
                    "jumlah": piece["jumlah"],
                    "nilai_perolehan": piece["nilai"],
                    **given,
                }
                for piece in pieces
            ],
            [
                {
                    "kind": "0704",
                    "akumulasi": piece.get("akumulasi") or 0,
                    "sisa_bulan": piece.get("sisa_bulan"),
                    "joint_id": joint[self.id],
                    "note": self.display_name,
                }
                for piece in pieces
            ],
        )

    def _plan_merge(self, others, jumlah, akumulasi=0, sisa_bulan=None):
        """What comes to the asset and leaves the others; see ``_merge``."""
        self.ensure_one()
        if not others or self in others:
            raise UserError(
                self.env._("Choose the other assets that become part of this one.")
            )
        if others.unit_id != self.unit_id:
            raise UserError(
                self.env._("Only goods of one unit are merged: move the others first.")
            )
        if jumlah <= 0:
            raise UserError(self.env._("The quantity must stay above zero."))
        self._check_life(sisa_bulan)
        nilai = sum(others.mapped("nilai_perolehan"))
        into = {"nilai": nilai, "jumlah": jumlah - self.jumlah, "akumulasi": akumulasi}
        if sisa_bulan:
            into["sisa_bulan"] = sisa_bulan
        return self._plan("0704", lambda a: into) + others._plan(
            "0704", lambda a: {"nilai": -a.nilai_perolehan, "jumlah": -a.jumlah}
        )

    def _merge(self, others, jumlah, document, akumulasi=0, sisa_bulan=None):
        """Merge: the others become part of this asset and end.

        :param jumlah: quantity of this asset afterwards: unchanged when the others
            are absorbed as parts of it
        :param akumulasi: accumulated depreciation (rupiah) that comes with them
        :param sisa_bulan: remaining months of the whole, where the document says so
        """
        into, *out = self._plan_merge(others, jumlah, akumulasi, sisa_bulan)
        self._book_plan([into], document)
        joint = self._last_entries()[self.id]
        parted = {**document, "joint_id": joint}
        return others._book_plan(out, parted)

    def _last_entries(self):
        """Id of the entry that was written last, by asset."""
        groups = (
            self.env["sipbd.entry"]
            .sudo()
            ._read_group([("asset_id", "in", self.ids)], ["asset_id"], ["id:max"])
        )
        return {asset.id: last for asset, last in groups}
