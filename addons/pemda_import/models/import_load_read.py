import base64
import contextlib
import functools
import gc
import hashlib
import json
import os
import tempfile
from collections import defaultdict
from pathlib import Path

from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools.misc import file_path

from .. import reader
from ..rules.staging import CopyFile

MAX_FILE_BYTES = 64 * 1024 * 1024
PREVIEW_ROWS = 5
COPY_ROWS = "COPY pemda_import_row (table_id, number, raw, data) FROM STDIN"
_DUMPS = json.JSONEncoder(ensure_ascii=False, default=str).encode


@functools.cache
def _layouts(*directories):
    return reader.load_layouts(*directories)


class ImportLoad(models.Model):
    """First step: from the bytes of the file to staged rows."""

    _inherit = "pemda.import.load"

    @api.model
    def _layout_directories(self):
        return [file_path("pemda_import/layouts")]

    @api.model
    def _layouts(self):
        """Known layouts by name; files that come with the program, read once."""
        return _layouts(*map(str, self._layout_directories()))

    def _check_size(self, vals):
        if len(vals.get("file") or "") * 3 // 4 > MAX_FILE_BYTES:
            raise UserError(
                self.env._(
                    "The file is larger than %(limit)s MB. Send one OPD at a time.",
                    limit=MAX_FILE_BYTES // 2**20,
                )
            )

    def _step_read(self):
        self._require_state("draft")
        with _without_collector():
            self._read_and_stage()

    def _read_and_stage(self):
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        self._engine().write({"sha256": hashlib.sha256(content).hexdigest()})
        self._refuse_duplicate()
        if self.state == "refused":
            return
        try:
            reading = self._read_content(content)
        except reader.UnusableFile as error:
            self._engine().write({"sheets": _sheets(error.sheets)})
            self._refuse(error.kind, error.params)
            return
        if not self._take_target({table.layout.target for table in reading.tables}):
            self._refuse("other_register")
            return
        if not any(table.rows for table in reading.tables):
            self._engine().write({"sheets": _sheets(reading.sheets)})
            self._refuse("no-rows")
            return
        self._stage(reading)

    def _take_target(self, names):
        """The file says which register it is for, if the user may load into that."""
        if len(names) != 1:
            return False
        (name,) = names
        target = self.env["pemda.import.target"]._import_targets().get(name)
        if target is None or not target._import_allowed(self.unit_id):
            return False
        if name != self.target:
            self._engine().write({"target": name})
        return True

    def _read_content(self, content):
        """Hand the bytes to the reader through a file that is gone afterwards."""
        suffix = Path(self.filename).suffix.lower()[:8]
        with tempfile.TemporaryDirectory(prefix="pemda-import-") as directory:
            path = os.path.join(directory, f"upload{suffix}")
            with open(path, "wb") as upload:
                upload.write(content)
            return reader.read_file(
                path,
                self._layouts(),
                layout=self.chosen_layout or None,
                sheet=self.chosen_sheet or None,
                filename=self.filename,
                **self._reader_options(),
            )

    def _reader_options(self):
        """Answers that the user gave about the form of numbers and dates."""
        return {"formats": self.formats or None}

    def _stage(self, reading):
        tables = (
            self.env["pemda.import.table"]
            .sudo()
            .create([self._prepare_table(table) for table in reading.tables])
        )
        for record, table in zip(tables, reading.tables, strict=True):
            self._copy_rows(record.id, table)
            self._stage_findings(table.findings, record.id)
        self._stage_findings(reading.findings, None)
        file_totals = [t.file_total for t in reading.tables if t.file_total is not None]
        self._engine().write(
            {
                "state": "read",
                "container": reading.container,
                "sheets": _sheets(reading.sheets),
                "rows_read": sum(len(table.rows) for table in reading.tables),
                "items": sum(table.items for table in reading.tables),
                "total": float(sum(table.total for table in reading.tables)),
                "file_total": float(sum(file_totals)),
            }
        )
        self.invalidate_recordset()

    def _prepare_table(self, table):
        return {
            "load_id": self.id,
            "sheet": table.sheet,
            "layout": table.layout.name,
            "layout_title": table.layout.title,
            "kib": table.layout.kib or False,
            "identity": table.identity,
            "title": list(table.title),
            "columns": [
                {"index": match.index, "path": match.path, "field": match.field}
                for match in table.columns
            ],
            "field_names": list(table.fields),
            "header_rows": list(table.header_rows or ()),
            "in_thousands": table.money_unit == 1000,
            "preview": [list(row.raw) for row in table.rows[:PREVIEW_ROWS]],
            "rows_read": len(table.rows),
            "items": table.items,
            "total": float(table.total),
            "file_total": float(table.file_total or 0),
            "has_file_total": table.file_total is not None,
        }

    def _copy_rows(self, table_id, table):
        """Every row as it was read, by COPY."""
        self.env.cr.copy_expert(COPY_ROWS, CopyFile(table_id, table.rows))

    def _stage_findings(self, findings, table_id):
        """One finding per kind and column, with the rows that it was seen in."""
        groups = defaultdict(list)
        params = {}
        for finding in findings:
            key = (finding.kind, finding.severity, finding.column)
            groups[key].append(finding.row)
            params.setdefault(key, {**finding.params, "value": finding.value})
        self.env["pemda.import.finding"].sudo().create(
            [
                {
                    "load_id": self.id,
                    "table_id": table_id,
                    "stage": "read",
                    "kind": kind,
                    "severity": severity,
                    "column": column or False,
                    "params": _plain(params[kind, severity, column]),
                    "row_count": _count(rows, severity, params[kind, severity, column]),
                    "places": sorted({row for row in rows if row is not None}),
                }
                for (kind, severity, column), rows in groups.items()
            ]
        )


@contextlib.contextmanager
def _without_collector():
    """Let no garbage be looked for: the cells of a file are many, and all in use."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _count(rows, severity, params):
    """Rows that a finding is about; notes of a column come summed up with one row."""
    places = {row for row in rows if row is not None}
    summed = params.get("count")
    if severity == "note" and isinstance(summed, int):
        return summed
    return len(places)


def _plain(params):
    return json.loads(_DUMPS(params or {}))


def _sheets(sheets):
    return [
        {
            "name": sheet.name,
            "rows": sheet.rows,
            "layout": sheet.layout,
            "reason": sheet.reason and str(sheet.reason),
        }
        for sheet in sheets or []
    ]
