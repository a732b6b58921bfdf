from odoo import api, fields, models
from odoo.tools import SQL

SAMPLE_ROWS = 5


class ImportFinding(models.Model):
    """All rows of a table with the same fault, as one line.

    The text is made when it is shown, in the language of the reader. It may quote a
    cell, so it goes to nobody but those who may see the load, and into no log.
    """

    _name = "pemda.import.finding"
    _description = "Import Finding"
    _order = "severity, row_count desc, id"

    load_id = fields.Many2one(
        "pemda.import.load", required=True, index=True, ondelete="cascade"
    )
    table_id = fields.Many2one("pemda.import.table", ondelete="cascade")
    stage = fields.Selection(
        [("read", "Reading"), ("check", "Checking")], required=True
    )
    kind = fields.Char(required=True)
    severity = fields.Selection([("error", "Error"), ("note", "Note")], required=True)
    column = fields.Char()
    row_count = fields.Integer("Rows")
    params = fields.Json()
    places = fields.Json(help="Row numbers in the sheet.")
    message = fields.Char(compute="_compute_message")
    sample = fields.Char("For Example in Rows", compute="_compute_sample")

    @api.depends("kind", "params", "row_count", "column")
    @api.depends_context("lang")
    def _compute_message(self):
        for load, findings in self.grouped("load_id").items():
            templates = load._finding_messages()
            for finding in findings:
                value = (finding.params or {}).get("value")
                finding.message = finding._sentence(
                    templates.get(finding.kind, finding.kind),
                    f"{value}, …" if value and finding.row_count > 1 else value,
                )

    def _template(self):
        return self.load_id._finding_messages().get(self.kind, self.kind)

    def _sentence(self, template, value=None):
        """The sentence for this kind of fault, with its column and cell."""
        heading = self._heading()
        params = {
            "count": self.row_count,
            **(self.params or {}),
            "column": heading,
            "value": value or "",
        }
        try:
            text = template % params
        except (KeyError, TypeError, ValueError):
            # A translation that lost a parameter must not hide the finding.
            text = template
        return text if not heading or heading in text else f"{heading}: {text}"

    @api.depends("places")
    def _compute_sample(self):
        for finding in self:
            places = finding.places or []
            shown = ", ".join(str(number) for number in places[:SAMPLE_ROWS])
            finding.sample = f"{shown}, …" if len(places) > SAMPLE_ROWS else shown

    def read_rows(self, offset=0, limit=20):
        """Rows of one finding for the screen.

        :return: list of {number, value, name}: the cell at fault and what the item
            is called
        """
        self.ensure_one()
        self.check_access("read")
        numbers = (self.places or [])[offset : offset + limit]
        if not numbers:
            return []
        column = self._column_position()
        names = self.table_id.field_names or []
        place = names.index("name") if "name" in names else None
        rows = self.env["pemda.import.row"].search(
            [("table_id", "=", self.table_id.id), ("number", "in", numbers)]
        )
        return [
            {
                "number": row.number,
                "name": row.data[place] or "" if place is not None else "",
                "value": row._cells()[column] if column is not None else "",
            }
            for row in rows
        ]

    def _column_position(self):
        """Place of the column at fault among the cells of a row, or None."""
        if not self.column:
            return None
        for position, match in enumerate(self.table_id.columns or []):
            if self.column in (match["field"], match["path"]):
                return position
        return None

    def _field_name(self):
        """Field of the column at fault, or False."""
        position = self._column_position()
        return position is not None and self.table_id.columns[position]["field"]

    def _heading(self):
        """Heading of the column at fault as the file has it, or no text."""
        position = self._column_position()
        if position is None:
            return self.column or ""
        return self.table_id.columns[position]["path"]

    def _write_findings(self, load, stage, source):
        """Group single faults to findings, in one statement.

        :param source: SQL query of (table_id, number, kind, severity, col, params)
        """
        load.env.cr.execute(
            SQL(
                """
                INSERT INTO pemda_import_finding (
                    load_id, table_id, stage, kind, severity, "column", params,
                    row_count, places
                )
                SELECT %(load)s, table_id, %(stage)s, kind, severity, col, params,
                       count(DISTINCT number),
                       coalesce(
                           jsonb_agg(DISTINCT number)
                               FILTER (WHERE number IS NOT NULL),
                           '[]'
                       )
                  FROM (%(source)s) AS fault
                 GROUP BY table_id, kind, severity, col, params
                """,
                load=load.id,
                stage=stage,
                source=source,
            )
        )
        load.invalidate_recordset(["finding_ids"])
