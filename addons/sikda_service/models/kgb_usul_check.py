from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_approval.rules.transitions import RUNNING

from ..rules.usul_kgb import (
    CHANGES,
    OBSTACLES,
    TO_THE_DECIDER,
    TO_THE_OPD,
    Rise,
    problem,
)
from . import sentences
from .sql_file import sql_file

#: states in which another proposal is before this one
BEFORE_US = ["running", "returned"]


class KgbUsul(models.Model):
    """What stands against proposals: what was right when they were filled may not be
    right any more."""

    _inherit = "sikda.kgb.usul"

    def _approval_check(self):
        found = {usul.id: [] for usul in self}
        for row, _code, sentence in self._misfits():
            found[row["usul_id"]].append(f"{row['nama']} {sentence}")
        for usul in self:
            texts = found[usul.id]
            if texts:
                advice = TO_THE_DECIDER if usul.state == RUNNING else TO_THE_OPD
                texts = sentences.shortened(self.env, texts)
                texts.append(sentences.sentence(self.env, advice))
            if not usul._decided_lines():
                texts.append(
                    self.env._(
                        "Nobody is proposed: fill the proposal or add people, or "
                        "delete it."
                    )
                )
            found[usul.id] = texts
        return {usul_id: texts for usul_id, texts in found.items() if texts}

    def _misfits(self):
        """Lines against which something stands: triples of a row of ``_compare``, the
        code of what it is, and that as a sentence to go on after the name."""
        seen, found = set(), []
        for row in self._compare():
            code = self._problem_of(row, row["employee_id"] in seen)
            seen.add(row["employee_id"])
            if code:
                found.append((row, code, self._why(row, code)))
        return found

    def _compare(self):
        """Lines beside what the register says now, each judged by the day on which its
        proposal was made: list of dict."""
        rows = []
        for judged, ours in self.sorted("id").grouped("read_on").items():
            lines = ours.line_ids
            if not lines:
                continue
            found = self._found(
                max(lines.mapped("tmt")),
                SQL("e.id = ANY(%s)", lines.employee_id.ids),
                BEFORE_US,
                judged=judged,
                put_off=lines._put_off(),
            )
            rows += self.env.execute_query_dict(
                sql_file("kgb_check", found=found, usul=ours.ids)
            )
        return rows

    def _problem_of(self, row, twice):
        """Code of what stands against a line; empty if nothing does.

        :param twice: the person stands in another of these proposals
        """
        line = Rise(
            row["tmt"],
            row["golongan_id"],
            row["mkg"],
            row["gaji_lama"],
            row["gaji"],
        )
        now = row["now_gaji"] and Rise(
            row["now_tmt"],
            row["now_golongan_id"],
            row["now_mkg"],
            row["now_gaji_lama"],
            row["now_gaji"],
        )
        code = problem(
            line,
            now,
            tuple(row["codes"]),
            row["here"],
            (row["told"] or "").split(),
            row["serving"],
        )
        return code or ("ganda" if twice else "")

    def _why(self, row, code):
        if code in CHANGES:
            return sentences.sentence(self.env, CHANGES[code])
        text = f"– {sentences.sentence(self.env, OBSTACLES[code].text)}"
        return f"{text} ({row['rincian']})" if row["rincian"] else text
