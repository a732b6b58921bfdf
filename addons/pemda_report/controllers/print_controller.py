import json
import logging

from odoo.exceptions import UserError
from odoo.http import (
    Controller,
    content_disposition,
    request,
    route,
    serialize_exception,
)
from odoo.tools.misc import html_escape

_logger = logging.getLogger(__name__)

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


class PrintController(Controller):
    @route("/pemda_report/print", type="http", auth="user", methods=["POST"])
    # pylint: disable=unused-argument
    def print_report(self, report, ids, output="pdf", name=None, token=None):
        """Download a report of the report engine.

        Errors come as the web client's ``download`` wants them, as escaped JSON.

        :param report: ``report_name`` of an ``ir.actions.report``
        :param ids: JSON list of record ids
        :param output: pdf or xlsx
        :param name: file name without extension, of what has none of its own
        """
        try:
            records = json.loads(ids)
            content = self._content(report, records, output)
            own_name = request.env["ir.actions.report"]._pemda_file_name(
                report, records
            )
        except Exception as error:
            _logger.info("Report %s was not printed", report, exc_info=True)
            request.env.cr.rollback()
            return self._error(error)
        file_name = f"{own_name or name or report}.{output}"
        return request.make_response(
            content,
            headers=[
                ("Content-Type", CONTENT_TYPES[output]),
                ("Content-Disposition", content_disposition(file_name)),
            ],
        )

    def _content(self, report_name, ids, output) -> bytes:
        reports = request.env["ir.actions.report"]
        report = reports._get_report_from_name(report_name)
        if report.pdf_engine != "reportlab" or output not in CONTENT_TYPES:
            raise UserError(request.env._("There is no such report."))
        if output == "pdf":
            return reports._render_qweb_pdf(report, ids)[0]
        return reports._render_pemda_xlsx(report, ids)

    def _error(self, error):
        body = {
            "code": 0,
            "message": "Odoo Server Error",
            "data": serialize_exception(error),
        }
        return request.make_response(html_escape(json.dumps(body)), status=500)
