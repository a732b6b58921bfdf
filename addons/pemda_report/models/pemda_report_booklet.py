from itertools import islice

from odoo import models

from ..engine.booklet import Booklet, write_booklet_pdf, write_booklet_xlsx
from ..engine.screen import preview
from .options import ReportOptions

WRITERS = {"pdf": write_booklet_pdf, "xlsx": write_booklet_xlsx}


class ReportBooklet(models.AbstractModel):
    """A document of several tables: implement ``_describe`` only."""

    _name = "pemda.report.booklet"
    _description = "Report of several tables"
    _inherit = ["pemda.report.source"]

    def _describe(self, options: ReportOptions) -> Booklet:
        """The document with the rows of its sections."""
        raise NotImplementedError

    def _write(self, options, output, target, issue):
        return WRITERS[output](self._describe(options), target, issue)

    def _preview_tables(self, options, limit):
        self._check_printer(options)
        self._check_options(options)
        booklet = self._describe(options)
        return [
            (
                section.title,
                report := booklet.table(section),
                preview(report, islice(section.rows, limit), limit=limit),
            )
            for section in booklet.sections
        ]
