from odoo import models
from odoo.tools import SQL

from .sql_file import sql_file

LETTERS = "sikda_kgb_surat"


class KgbUsul(models.Model):
    """What the final decision does: numbers of the letters, rows of the histories, and
    the pay of those whose TMT has come."""

    _inherit = "sikda.kgb.usul"

    def _approval_effect(self):
        people = self._decided_lines().employee_id
        self._claim(people)
        self._number_letters()
        self.env.flush_all()
        self.env.cr.execute(
            sql_file(
                "kgb_effect",
                usul=self.ids,
                pejabat=[each._decided_by() for each in self],
                uid=self.env.uid,
            )
        )
        self._histories_changed(people)

    def _claim(self, people):
        """Two decisions on the same person at once: the second is asked again, and its
        check then sees what the first has written."""
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_employee"
            "   SET write_uid = %s, write_date = now() AT TIME ZONE 'UTC'"
            " WHERE id = ANY(%s)",
            (self.env.uid, sorted(people.ids)),
        )

    def _number_letters(self):
        """One number per person, for all proposals in one go."""
        lines = self._decided_lines().sorted(
            lambda line: (line.usul_id.id, line.nama or "", line.id)
        )
        parts = {usul: usul._approval_number_parts(usul.date) for usul in self}
        numbers = self.env["pemda.numbering"]._issue(
            LETTERS, [parts[line.usul_id] for line in lines]
        )
        self.env.flush_all()
        self.env.cr.execute_values(
            "UPDATE sikda_kgb_usul_line AS line SET surat_nomor = numbered.number"
            "  FROM (VALUES %s) AS numbered (id, number) WHERE line.id = numbered.id",
            list(zip(lines.ids, numbers, strict=True)),
        )
        lines.invalidate_recordset(["surat_nomor"])

    def _decided_by(self):
        """Office and name of whoever signed, as histories keep it."""
        return self.request_id._final_decision()._signature_text()

    def _take_back(self, lines, batal):
        """Rows of these letters stand no more; called by the effect of ``batal``."""
        people = lines.employee_id
        self.env.flush_all()
        self.env.cr.execute(
            sql_file(
                "kgb_cancelled",
                lines=lines.ids,
                batal=batal.id,
                reason=self.env._("Taken back by a further document."),
                uid=self.env.uid,
            )
        )
        self._histories_changed(people)

    def _histories_changed(self, people):
        """Let the present state follow what was written past the ORM."""
        self.env.invalidate_all()
        people.env["hr.employee"]._project_set(
            SQL("e.id = ANY(%s)", people.ids),
            SQL("r.employee_id = ANY(%s)", people.ids),
        )
        self.env.invalidate_all()
