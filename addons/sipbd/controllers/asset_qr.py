from odoo import http
from odoo.exceptions import AccessError
from odoo.http import request


class AssetQrController(http.Controller):
    @http.route("/sipbd/a/<string:nibar>", type="http", auth="user", methods=["GET"])
    def open_asset(self, nibar):
        """Where the QR code of a label leads: the form of the asset, after sign-in.

        An unknown NIBAR and one of a unit in which the user holds no office give the
        same answer.
        """
        asset = self._find(nibar)
        if asset:
            return request.redirect(f"/odoo/aset/{asset.id}")
        return request.render("sipbd.qr_unknown", {"nibar": nibar[:60]}, status=404)

    def _find(self, nibar):
        if not nibar.isprintable():
            return None
        try:
            return request.env["sipbd.asset"].search([("nibar", "=", nibar)], limit=1)
        except AccessError:
            return None
