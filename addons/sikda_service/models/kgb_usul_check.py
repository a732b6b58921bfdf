from odoo import models
from odoo.tools import SQL

from ..rules.usul_kgb import CHANGES, OBSTACLES, Rise, problem
from . import sentences
from .sql_file import sql_file

#: states in which another proposal is before this one
BEFORE_US = ["running", "returned"]
#: so many people are named; of the others there is the number
NAMED = 10


class KgbUsul(models.Model):
    """What stands against proposals: what was right when they were filled may not be
    right any more."""

    _inherit = "sikda.kgb.usul"

    def _approval_check(self):
        found = {usul.id: [] for usul in self}
        for row in self._compare():
            sentence = self._problem_of(row)
            if sentence:
                found[row["usul_id"]].append(sentence)
        for usul in self.filtered(lambda each: not each.line_ids):
            found[usul.id].append(
                self.env._(
                    "Nobody is proposed: fill the proposal or add people, or delete it."
                )
            )
        return {
            usul_id: self._shortened(texts) for usul_id, texts in found.items() if texts
        }

    def _shortened(self, texts):
        if len(texts) <= NAMED:
            return texts
        rest = self.env._("And %(count)s more people.", count=len(texts) - NAMED)
        return [*texts[:NAMED], rest]

    def _compare(self):
        """Lines beside what the register says now: list of dict."""
        lines = self.line_ids
        if not lines:
            return []
        found = self._found(
            max(lines.mapped("tmt")),
            SQL("e.id = ANY(%s)", lines.employee_id.ids),
            BEFORE_US,
            min(self.filtered("read_on").mapped("read_on"), default=None),
        )
        return self.env.execute_query_dict(
            sql_file("kgb_check", found=found, usul=self.ids)
        )

    def _problem_of(self, row):
        """Sentence for a line; empty if nothing stands against it."""
        line = Rise(
            row["tmt"],
            row["golongan_id"],
            row["mkg_tahun"],
            row["gaji_lama"],
            row["gaji"],
        )
        now = row["now_gaji"] and Rise(
            row["now_tmt"],
            row["now_golongan_id"],
            row["now_mkg_tahun"],
            row["now_gaji_lama"],
            row["now_gaji"],
        )
        code = problem(
            line, now, tuple(row["codes"]), row["here"], (row["told"] or "").split()
        )
        if not code and row["twice"]:
            code = "ganda"
        if not code:
            return ""
        if code in CHANGES:
            return f"{row['nama']} {sentences.sentence(self.env, CHANGES[code])}"
        text = f"{row['nama']}: {sentences.sentence(self.env, OBSTACLES[code].text)}"
        return f"{text} ({row['rincian']})" if row["rincian"] else text
