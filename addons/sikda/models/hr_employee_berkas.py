from odoo import api, fields, models
from odoo.tools import SQL

from ..person_page import PersonPage
from .access import READER
from .sql_file import sql_file

NOTHING = SQL("SELECT NULL::integer AS employee_id, NULL AS history WHERE FALSE")


class Employee(models.Model):
    """How complete the digital file of a person is, by the table of requirements."""

    _inherit = "hr.employee"

    berkas_wajib = fields.Integer(
        string="Documents required", compute="_compute_berkas", groups=READER
    )
    berkas_ada = fields.Integer(
        string="Documents on file", compute="_compute_berkas", groups=READER
    )
    berkas_persen = fields.Float(
        string="Digital file (%)", compute="_compute_berkas", groups=READER
    )
    berkas_kurang = fields.Char(
        string="Missing documents", compute="_compute_berkas", groups=READER
    )

    def _compute_berkas(self):
        """Counts tell nothing private: those who see the person see how complete."""
        rows = self._berkas_rows() if self.ids else {}
        for person in self:
            wanted, there, missing = rows.get(person.id, (0, 0, None))
            person.berkas_wajib = wanted
            person.berkas_ada = there
            person.berkas_persen = 100 * there / wanted if wanted else 0
            person.berkas_kurang = missing

    def _berkas_rows(self):
        """Employee id -> documents required, on file, and names of the missing ones."""
        self.env.flush_all()
        statement = self._berkas_query(
            SQL("e.id = ANY(%s)", self.ids),
            SQL("r.employee_id = ANY(%s)", self.ids),
            self._scanned_already(),
        )
        return {row[0]: row[1:] for row in self.env.execute_query(statement)}

    def _scanned_already(self):
        """What the page of one person found on its way: see ``web_read``."""
        page = PersonPage.of(self, self.ids)
        if page is None:
            return None
        kinds = self.env["sikda.dokumen.jenis"]
        scanned = page.scanned(kinds._histories_with_scans())
        return scanned and [
            SQL("SELECT %s AS employee_id, %s AS history", self.id, name)
            for name in scanned
        ]

    @api.model
    def _berkas_query(self, people, rows, scanned=None):
        """Statement of documents required and on file (id, wajib, ada, kurang).

        :param SQL people: condition on ``hr_employee e``
        :param SQL rows: the same on ``r.employee_id``
        :param scanned: statements of (employee_id, history) with scans, where known
        """
        if scanned is None:
            scanned = self._scanned_histories(rows)
        return sql_file(
            "kelengkapan",
            people=people,
            rows=rows,
            scanned=SQL(" UNION ALL ").join(scanned or [NOTHING]),
        )

    @api.model
    def _scanned_histories(self, rows):
        return [
            SQL(
                "SELECT r.employee_id, %s AS history FROM %s r"
                " WHERE r.scan_name IS NOT NULL AND r.replaced_by_id IS NULL"
                " AND %s",
                name,
                SQL.identifier(self.env[name]._table),
                rows,
            )
            for name in self.env["sikda.dokumen.jenis"]._histories_with_scans()
        ]
