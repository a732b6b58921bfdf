from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..engine.paper import SIZES
from ..models.options import ReportOptions, semester_start

PREVIEW_LINES = 200
# alignment of a column in Bootstrap's words
SIDES = {"left": "start", "center": "center", "right": "end"}


class ReportWizard(models.TransientModel):
    """Cetak: choose a report, a unit, a date and a form of output.

    What may be chosen is offered here and checked again by the report itself.
    """

    _name = "pemda.report.wizard"
    _description = "Print a report"

    source = fields.Selection(
        selection="_selection_source", string="Report", required=True
    )
    scope_unit_ids = fields.Many2many(
        "hr.department", compute="_compute_scope_unit_ids", string="Own units"
    )
    unit_id = fields.Many2one(
        "hr.department",
        required=True,
        domain="[('id', 'child_of', scope_unit_ids)]",
    )
    with_sub_units = fields.Boolean(string="With sub-units", default=True)
    date = fields.Date(
        string="State on",
        required=True,
        default=lambda self: self.env.company.sudo()._pemda_today(),
    )
    date_from = fields.Date(
        string="Changes from",
        compute="_compute_date_from",
        store=True,
        readonly=False,
        help="First day of what is reported; the semester begins if nothing is said.",
    )
    asks_span = fields.Boolean(compute="_compute_asks", export_string_translation=False)
    paper = fields.Selection(
        selection=[(name, name) for name in SIZES], required=True, default="F4"
    )
    in_thousands = fields.Boolean(
        string="Prices in thousands",
        help="As the column heading of Permendagri 17/2007 says; nothing is rounded.",
    )
    output = fields.Selection(
        selection=[
            ("pdf", "PDF"),
            ("xlsx", "Workbook (XLSX)"),
            ("screen", "On the screen"),
        ],
        required=True,
        default="pdf",
    )
    preview = fields.Html(readonly=True, sanitize=False)

    @api.model
    def _selection_source(self):
        sources = self.env["pemda.report.source"]._sources()
        return [(name, source._report_title) for name, source in sources.items()]

    @api.model
    def default_get(self, fields_list):
        """The unit from whose Print menu the wizard was opened, else the user's."""
        values = super().default_get(fields_list)
        sources = list(self.env["pemda.report.source"]._sources().values())
        if not sources:
            return values
        if "source" in fields_list:
            values.setdefault("source", sources[0]._name)
        chosen = self.env["pemda.report.source"]._sources().get(values.get("source"))
        if "date" in fields_list and chosen is not None:
            values["date"] = chosen._usual_date()
        if "unit_id" in fields_list:
            unit_id = sources[0]._scope_units().ids[:1]
            if self.env.context.get("active_model") == "hr.department":
                unit_id = [self.env.context.get("active_id")]
            values.setdefault("unit_id", unit_id and unit_id[0])
        return values

    @api.depends("source")
    def _compute_scope_unit_ids(self):
        for wizard in self:
            units = self.env["hr.department"]
            if wizard.source:
                units = wizard._source()._scope_units()
            wizard.scope_unit_ids = units

    @api.onchange("source")
    def _onchange_source(self):
        """As long as no other day was chosen, the usual one of the report."""
        today = self.env.company.sudo()._pemda_today()
        if self.source and self.date == today:
            self.date = self._source()._usual_date()

    @api.depends("date")
    def _compute_date_from(self):
        for wizard in self:
            wizard.date_from = wizard.date and semester_start(wizard.date)

    @api.depends("source")
    def _compute_asks(self):
        """What the chosen report asks; the form shows those fields only."""
        sources = self.env["pemda.report.source"]._sources()
        for wizard in self:
            wizard._show_asked(sources.get(wizard.source))

    def _show_asked(self, source):
        """:param source: the chosen report, or None"""
        self.asks_span = bool(source is not None and source._report_spans)

    def _extra(self, source):
        """Answers to what ``source`` asks besides; see ``ReportOptions.extra``."""
        return {}

    def action_print(self):
        """Download the file, or show the rows in the dialog."""
        self.ensure_one()
        self.check_access("read")
        if self.output != "screen":
            action = self.env.ref("pemda_report.action_report_wizard")
            return {
                **action.report_action(self),
                "name": self._file_name(),
                "close_on_report_download": True,
                "context": {"active_ids": self.ids, "pemda_output": self.output},
            }
        self.preview = self._preview_table()
        return {
            "type": "ir.actions.act_window",
            "name": self._source()._report_title,
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
            "target": "new",
            "context": {"dialog_size": "extra-large"},
        }

    def _source(self):
        """The report, if the user may print it at all.

        :raises UserError: it does not exist or is not for the user's offices
        """
        self.ensure_one()
        source = self.env["pemda.report.source"]._sources().get(self.source)
        if source is None:
            raise UserError(self.env._("No office of yours includes this report."))
        return source

    def _options(self) -> ReportOptions:
        source = self._source()
        return ReportOptions(
            unit=self.unit_id,
            date=self.date,
            date_from=self.date_from or None,
            with_sub_units=self.with_sub_units,
            paper=self.paper,
            in_thousands=self.in_thousands,
            extra=self._extra(source),
        )

    def _render(self, output: str) -> bytes:
        return self._source()._render(self._options(), output)

    def _file_name(self) -> str:
        return self._source()._file_name(self._options())

    def _preview_table(self):
        """The first lines of the report as HTML tables."""
        tables = self._source()._preview_tables(self._options(), PREVIEW_LINES)
        return Markup().join(
            self.env["ir.qweb"]._render(
                "pemda_report.preview",
                {
                    "title": title,
                    "columns": report.leaves,
                    "label_span": report.label_span,
                    "lines": lines,
                    "limit": PREVIEW_LINES,
                    "sides": SIDES,
                },
            )
            for title, report, lines in tables
        )
