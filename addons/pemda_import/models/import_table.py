from odoo import api, fields, models


class ImportTable(models.Model):
    """One table of a file: a sheet read with a layout."""

    _name = "pemda.import.table"
    _description = "Imported Table"
    _order = "load_id, id"
    _rec_name = "sheet"

    load_id = fields.Many2one(
        "pemda.import.load", required=True, index=True, ondelete="cascade"
    )
    sheet = fields.Char()
    layout = fields.Char(
        "Layout Name", help="Name of the layout that the sheet was read with."
    )
    layout_title = fields.Char("Layout")
    kib = fields.Char("KIB")
    identity = fields.Json(
        help="What stands above the table: unit, location code, year."
    )
    title = fields.Json()
    columns = fields.Json(help="Columns of the sheet: index, heading and field.")
    field_names = fields.Json(help="Fields that the rows have values for.")
    header_rows = fields.Json()
    in_thousands = fields.Boolean(help="Money of the sheet is in thousands of rupiah.")
    preview = fields.Json(help="The first rows as they were read.")
    rows_read = fields.Integer("Rows")
    items = fields.Integer()
    total = fields.Float("Our Total", digits=(20, 2))
    file_total = fields.Float("Total in the File", digits=(20, 2))
    has_file_total = fields.Boolean()
    total_state = fields.Selection(
        [
            ("same", "Same"),
            ("differs", "Different"),
            ("absent", "No total row"),
        ],
        compute="_compute_total_state",
    )

    @api.depends("total", "file_total", "has_file_total")
    def _compute_total_state(self):
        for table in self:
            if not table.has_file_total:
                table.total_state = "absent"
            elif abs(table.total - table.file_total) < 0.005:
                table.total_state = "same"
            else:
                table.total_state = "differs"

    def _overview(self):
        self.ensure_one()
        shown = [
            (position, match)
            for position, match in enumerate(self.columns or [])
            if match["path"] or match["field"]
        ]
        return {
            "id": self.id,
            "sheet": self.sheet or "",
            "layout": self.layout_title or self.layout,
            "kib": self.kib or "",
            "rows_read": self.rows_read,
            "items": self.items,
            "total": self.total,
            "file_total": self.file_total,
            "total_state": self.total_state,
            "in_thousands": self.in_thousands,
            "identity": [
                {"label": label, "value": value}
                for label, value in (self.identity or {}).items()
                if value
            ],
            "columns": [
                {"path": match["path"], "taken": bool(match["field"])}
                for _position, match in shown
            ],
            "preview": [
                [row[position] if position < len(row) else "" for position, _m in shown]
                for row in self.preview or []
            ],
        }

    def _mark(self, told, cells):
        """Add what is wrong in this table to what is marked of its sheet.

        :param told: row number -> list of sentences
        :param cells: row number -> {column of the sheet, from 0: severity}
        """
        self.ensure_one()
        findings = self.load_id.finding_ids.filtered(
            lambda finding: finding.table_id == self and finding.places
        )
        numbers = {number for finding in findings for number in finding.places}
        self.env.cr.execute(
            "SELECT number, raw::json FROM pemda_import_row"
            " WHERE table_id = %s AND number = ANY(%s)",
            [self.id, list(numbers)],
        )
        raw = dict(self.env.cr.fetchall())
        for finding in findings:
            position = finding._column_position()
            template = finding._template()
            for number in finding.places:
                if finding.severity == "note" and number not in raw:
                    continue  # rows that are no items stay as they are read
                value = ""
                if position is not None:
                    value = raw[number][position] if number in raw else ""
                    column = self.columns[position]["index"]
                    if cells[number].get(column) != "error":
                        cells[number][column] = finding.severity
                told[number].append(finding._sentence(template, value))
