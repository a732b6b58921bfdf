from odoo import models
from odoo.exceptions import UserError

from .sipbd_entry import KOMPTABEL, REKLASIFIKASI

CONSTRUCTION = "1.3.6."
OTHER_ASSETS = "1.5.4."
# Aset Lain-Lain, Permendagri 108/2016: of what is badly damaged or obsolete, one code
# per former jenis; all else that is in none of the books stands under the last one.
DAMAGED = {
    "1.3.1": "1.5.4.01.01.01.001",
    "1.3.2": "1.5.4.01.01.01.002",
    "1.3.3": "1.5.4.01.01.01.003",
    "1.3.4": "1.5.4.01.01.01.004",
}
DAMAGED_OTHER = "1.5.4.01.01.01.005"
LOST = "1.5.4.01.01.03.001"


class Asset(models.Model):
    """Acts that put goods under another code or on the other of the two lists."""

    _inherit = "sipbd.asset"

    def _plan_code(self, code, kind="0601"):
        if kind not in dict(REKLASIFIKASI):
            raise UserError(self.env._("Choose the cause of the reclassification."))
        return self._plan(kind, lambda a: {"code_id": code.id})

    def _reclassify(self, code, document, kind="0601"):
        """Reklasifikasi: the goods stand under ``code`` from now on."""
        return self._book_plan(self._plan_code(code, kind), document)

    def _plan_finished(self, code):
        unfinished = self.filtered(lambda a: a.code_id.code.startswith(CONSTRUCTION))
        if self - unfinished:
            raise UserError(
                self.env._(
                    "%(asset)s is not construction in progress (1.3.6).",
                    asset=(self - unfinished)[:1].display_name,
                )
            )
        if code.code.startswith(CONSTRUCTION):
            raise UserError(
                self.env._("Choose the code of the finished asset, not one of 1.3.6.")
            )
        return self._plan_code(code, "0602")

    def _finish(self, code, document):
        """KDP is finished: it becomes an asset of ``code`` with a life of its own."""
        return self._book_plan(self._plan_finished(code), document)

    def _plan_komptabel(self, komptabel):
        if komptabel not in dict(KOMPTABEL):
            raise UserError(self.env._("Choose intra- or ekstrakomptabel."))
        return self._plan("0607", lambda a: {"komptabel": komptabel})

    def _change_komptabel(self, komptabel, document):
        """Move between the lists of intra- and ekstrakomptabel goods (0607)."""
        return self._book_plan(self._plan_komptabel(komptabel), document)

    def _plan_damaged(self):
        return self._plan(
            "0603",
            lambda a: {"code_id": self._damaged_code(a).id, "kondisi": "RB"},
        )

    def _set_aside(self, document):
        """Badly damaged or obsolete (0603): to Aset Lain-Lain, depreciation stops."""
        return self._book_plan(self._plan_damaged(), document)

    def _damaged_code(self, asset):
        if asset.code_id.code.startswith(OTHER_ASSETS):
            raise UserError(
                self.env._(
                    "%(asset)s is in Aset Lain-Lain already.", asset=asset.display_name
                )
            )
        jenis = ".".join(asset.code_id.code.split(".")[:3])
        return self._kode(DAMAGED.get(jenis, DAMAGED_OTHER))

    def _plan_lost(self):
        lost = self._kode(LOST)
        return self._plan("0604", lambda a: {"code_id": lost.id})

    def _report_lost(self, document):
        """Hilang (0604): to Aset Lain-Lain until the claim is settled."""
        return self._book_plan(self._plan_lost(), document)

    def _plan_back(self, code, kondisi=None):
        aside = self.filtered(lambda a: a.code_id.code.startswith(OTHER_ASSETS))
        if self - aside:
            raise UserError(
                self.env._(
                    "%(asset)s is not in Aset Lain-Lain (1.5.4).",
                    asset=(self - aside)[:1].display_name,
                )
            )
        if code.code.startswith(OTHER_ASSETS):
            raise UserError(self.env._("Choose the code to which the goods return."))
        changes = {"code_id": code.id}
        if kondisi:
            changes["kondisi"] = kondisi
        return self._plan("0607", lambda a: changes)

    def _bring_back(self, code, document, kondisi=None):
        """Out of Aset Lain-Lain, in use again under ``code`` (0607)."""
        return self._book_plan(self._plan_back(code, kondisi), document)

    def _kode(self, code):
        kode = self.env["sipbd.kode"].search([("code", "=", code)])
        if not kode:
            raise UserError(
                self.env._("Code %(code)s is not in the list of goods.", code=code)
            )
        return kode
