from io import BytesIO

from odoo import fields, models
from odoo.exceptions import AccessError, UserError


class IrActionsReport(models.Model):
    """PDF reports drawn by our engine instead of wkhtmltopdf.

    The report stays a ``qweb-pdf`` for everybody else: Print menu, ``/report/pdf``,
    mail templates. Its content comes from the model ``report.<report_name>``, whose
    ``_render_pdf(records, data)`` yields one ``(record, bytes)`` each.
    """

    _inherit = "ir.actions.report"

    pdf_engine = fields.Selection(
        selection=[("qweb", "QWeb"), ("reportlab", "Report engine")],
        string="PDF engine",
        default="qweb",
        required=True,
    )

    def _get_readable_fields(self):
        return super()._get_readable_fields() | {"pdf_engine"}

    def report_action(self, docids, data=None, config=True):
        """The engine's reports know no QWeb layout that would have to be chosen."""
        ours = self.pdf_engine == "reportlab"
        action = super().report_action(docids, data=data, config=config and not ours)
        return {**action, "pdf_engine": self.pdf_engine} if ours else action

    def _pre_render_qweb_pdf(self, report_ref, res_ids=None, data=None):
        if self._get_report(report_ref).pdf_engine != "reportlab":
            return super()._pre_render_qweb_pdf(report_ref, res_ids, data)
        if isinstance(res_ids, int):
            res_ids = [res_ids]
        return self._render_qweb_pdf_prepare_streams(report_ref, data, res_ids), "pdf"

    def _render_qweb_pdf_prepare_streams(self, report_ref, data, res_ids=None):
        report = self._get_report(report_ref)
        if report.pdf_engine != "reportlab":
            return super()._render_qweb_pdf_prepare_streams(report_ref, data, res_ids)
        records = self._printable_records(report, res_ids)
        generator = self.env[f"report.{report.report_name}"]
        return {
            record.id: {"stream": BytesIO(content), "attachment": None}
            for record, content in generator._render_pdf(records, data or {})
        }

    def _render_qweb_html(self, report_ref, docids, data=None):
        self._refuse_template(report_ref)
        return super()._render_qweb_html(report_ref, docids, data=data)

    def _render_qweb_text(self, report_ref, docids, data=None):
        self._refuse_template(report_ref)
        return super()._render_qweb_text(report_ref, docids, data=data)

    def _refuse_template(self, report_ref):
        """The engine's reports have no QWeb template that could be shown."""
        report = self._get_report(report_ref)
        if report.pdf_engine == "reportlab":
            raise UserError(
                self.env._(
                    "“%(report)s” is printed as PDF or as a workbook only; choose "
                    "“On the screen” under Print to see it here.",
                    report=report.name,
                )
            )

    def _render_pemda_xlsx(self, report, res_ids):
        """Workbook of a report of the engine, as bytes."""
        records = self._printable_records(report, res_ids)
        return self.env[f"report.{report.report_name}"]._render_xlsx(records)

    def _pemda_file_name(self, report_ref, res_ids):
        """Name of the file without extension, where a report has one for records.

        :raises AccessError: as for printing them
        """
        report = self._get_report(report_ref)
        source = self.env.get(f"report.{report.report_name}")
        if report.pdf_engine != "reportlab" or not hasattr(source, "_print_name"):
            return ""
        return source._print_name(report, self._printable_records(report, res_ids))

    def _printable_records(self, report, res_ids):
        """The records to print, after the checks that core leaves out.

        :raises AccessError: the user is in none of the report's groups, or may not
            read one of the records
        """
        if not res_ids:
            raise UserError(self.env._("Choose what to print first."))
        groups = report.group_ids
        if groups and not groups & self.env.user.all_group_ids:
            raise AccessError(
                self.env._(
                    "You may not print “%(report)s”. Your office does not include it.",
                    report=report.name,
                )
            )
        records = self.env[report.model].browse(dict.fromkeys(res_ids))
        records.check_access("read")
        return records
