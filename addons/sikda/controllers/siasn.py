from odoo import http
from odoo.http import content_disposition, request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class SiasnController(http.Controller):
    @http.route("/sikda/siasn/<int:unit_id>", type="http", auth="user")
    def export(self, unit_id):
        """The people of a unit in the columns of SIASN; the method checks who asks."""
        unit = request.env["hr.department"].browse(unit_id).exists()
        if not unit:
            raise request.not_found()
        content = request.env["hr.employee"]._siasn_export(unit)
        name = f"siasn_{unit.sudo().code or unit.id}.xlsx"
        return request.make_response(
            content,
            [
                ("Content-Type", XLSX),
                ("Content-Disposition", content_disposition(name)),
            ],
        )
