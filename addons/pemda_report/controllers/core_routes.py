from odoo.http import content_disposition, request, route

from odoo.addons.web.controllers.report import ReportController


class CoreReportRoutes(ReportController):
    """What is printed by the routes of core is named as by ours."""

    @route()
    def report_routes(self, reportname, docids=None, converter=None, **data):
        response = super().report_routes(
            reportname, docids=docids, converter=converter, **data
        )
        if converter == "pdf" and docids:
            ids = [int(each) for each in docids.split(",") if each.isdigit()]
            name = request.env["ir.actions.report"]._pemda_file_name(reportname, ids)
            if name:
                response.headers["Content-Disposition"] = content_disposition(
                    f"{name}.pdf", "inline"
                )
        return response

    @route()
    def report_download(self, data, context=None, token=None, readonly=True):
        """Core adds a second name, by which no browser goes."""
        response = super().report_download(
            data, context=context, token=token, readonly=readonly
        )
        if response is not None:
            first, *others = response.headers.getlist("Content-Disposition")
            if others:
                first = first.replace("inline", "attachment", 1)
                response.headers["Content-Disposition"] = first
        return response
