from odoo import http
from odoo.http import content_disposition, request

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class FaultsController(http.Controller):
    @http.route("/pemda_import/faults/<int:load_id>", type="http", auth="user")
    def faults(self, load_id):
        """The user's own file with the faults marked in their rows."""
        load = request.env["pemda.import.load"].browse(load_id).exists()
        if not load:
            raise request.not_found()
        load.check_access("read")
        name, content = load._faults_workbook()
        return request.make_response(
            content,
            [
                ("Content-Type", XLSX),
                ("Content-Disposition", content_disposition(name)),
            ],
        )
