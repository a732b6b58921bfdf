import base64
import tempfile
from collections import defaultdict
from pathlib import Path

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import format_date

from ..reader.errors import UNUSABLE
from ..reader.findings import MESSAGES
from ..reader.limits import Limits
from ..reader.workbook import read_workbook
from ..rules.workbook import mark_book, write_book


class ImportLoad(models.Model):
    """What the result page and the command line show of a load."""

    _inherit = "pemda.import.load"

    def _finding_messages(self):
        """Sentences by kind of finding, in the language of the reader."""
        _ = self.env._
        reader = {kind: _(text) for kind, text in MESSAGES.items()}
        return {**reader, **self._target()._finding_messages()}

    def _refusal_message(self):
        """Why the file was refused, in one sentence."""
        _ = self.env._
        if self.refused_kind == "duplicate":
            if self.duplicate_of_id:
                return _(
                    "This very file was loaded already, on %(date)s (load %(id)s).",
                    date=format_date(self.env, self.duplicate_of_id.loaded_at),
                    id=self.duplicate_of_id.id,
                )
            return _("This very file was loaded already, by another unit.")
        if self.refused_kind == "no-rows":
            return _("The file has the headings of a known form, but no rows.")
        if self.refused_kind == "other_register":
            return _(
                "This file belongs to a register that you hold no office for in this "
                "unit, or to several registers at once."
            )
        params = {
            name: _(value) if isinstance(value, str) else value
            for name, value in (self.refused_params or {}).items()
        }
        sentence = _(UNUSABLE[self.refused_kind])
        return sentence % params

    def get_overview(self):
        """Everything the result page shows beside the fields of the form.

        :return: dict of ``state``, ``sheets``, ``layouts`` (name, title), ``tables``
            (with preview) and ``findings``
        """
        self.ensure_one()
        self.check_access("read")
        targets = self.env["pemda.import.target"]._import_targets()
        return {
            "state": self.state,
            "sheets": [self._shown_sheet(**sheet) for sheet in self.sheets or []],
            "layouts": [
                {"name": layout.name, "title": layout.title}
                for layout in self._layouts().values()
                if layout.target in targets
                and targets[layout.target]._import_allowed(self.unit_id)
            ],
            "chosen_sheet": self.chosen_sheet or "",
            "chosen_layout": self.chosen_layout or "",
            "tables": [table._overview() for table in self.table_ids],
            "findings": [
                {
                    "id": finding.id,
                    "severity": finding.severity,
                    "kind": finding.kind,
                    "message": finding.message,
                    "count": finding.row_count,
                    "sample": finding.sample,
                    "column": finding._heading(),
                    "field": finding._field_name(),
                }
                for finding in self.finding_ids
            ],
        }

    def _shown_sheet(self, reason, **sheet):
        """A sheet with the reason why it was left out, in the user's language."""
        return {**sheet, "reason": reason and self.env._(reason)}

    def action_download_faults(self):
        """The file with its faults marked."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_url",
            "url": f"/pemda_import/faults/{self.id}",
            "target": "download",
        }

    def action_show_result(self):
        """The records that came of the load."""
        self.ensure_one()
        self.check_access("read")
        self._require_state("loaded", "undone")
        return self._target()._result_action(self)

    def action_open_duplicate(self):
        """The load that took this very file before."""
        self.ensure_one()
        if not self.duplicate_of_id:
            raise UserError(self.env._("There is no such load for you to open."))
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.duplicate_of_id.id,
            "view_mode": "form",
            "views": [(False, "form")],
        }

    def _faults_workbook(self):
        """The user's own file with the faults marked in their rows.

        :return: (file name, bytes of an .xlsx)
        """
        marks, heading = self._marks(), self.env._("What is wrong")
        content = base64.b64decode(self.with_context(bin_size=False).file or b"")
        marked = mark_book(content, marks, heading)
        if marked is None:
            marked = write_book(self._read_sheets(content), marks, heading)
        stem = Path(self.filename).stem
        return self.env._("%(file)s - checked.xlsx", file=stem), marked

    def _marks(self):
        """What is to be marked, by the name of the sheet; see ``rules.workbook``."""
        marks = {}
        for table in self.table_ids:
            mark = marks.setdefault(
                table.sheet,
                {
                    "header_row": max(table.header_rows or [1]),
                    "told": defaultdict(list),
                    "cells": defaultdict(dict),
                },
            )
            table._mark(mark["told"], mark["cells"])
        return marks

    def _read_sheets(self, content):
        """The sheets of the file as they were read."""
        with tempfile.NamedTemporaryFile(prefix="pemda-import-") as upload:
            upload.write(content)
            upload.flush()
            return read_workbook(upload.name, Limits()).sheets
