"""The present state of people, written from their histories by set-based SQL."""

from odoo import api, models
from odoo.tools import SQL

from .sikda_jabatan import BUP_DEFAULT
from .sql_file import sql_file


class Employee(models.Model):
    """How the register is filled by mass.

    An import writes by SQL, in this order, and calls the projection once:

    1. people: ``resource_resource``, ``hr_employee`` (with ``current_version_id``) and
       one ``hr_version`` each, with the columns of the person (name, titles, NIP,
       birthday) and, for a new person, ``department_id`` and ``unit_id``;
    2. rows of the histories with ``source`` 'siasn' or 'impor': such a row counts at
       once, a row with source 'manual' once it is verified. ``verified`` may be set
       where the source is the authority (SIASN);
    3. ``self.env["hr.employee"]._project_set(SQL("e.id IN (...)"))`` after ANALYZE of
       the tables that were filled.

    Nothing else writes the columns of ``hr_version.PROJECTED``, ``department_id`` of a
    person who has a row of jabatan or unit, ``unit_id`` and ``nama_gelar``.
    """

    _inherit = "hr.employee"

    def _project(self):
        """Write today's state of these people from their histories."""
        if self:
            self._project_set(
                SQL("e.id = ANY(%s)", self.ids),
                SQL("r.employee_id = ANY(%s)", self.ids),
            )

    @api.model
    def _project_set(self, people=None, rows=None):
        """Write today's state of a set of people.

        :param SQL people: condition on ``hr_employee e``; everybody when left out
        :param SQL rows: the same condition on the rows ``r`` of the histories, by
            ``r.employee_id``; without it all rows are read, which is best for many
            people
        """
        self.env.flush_all()
        state = self._asn_state(
            self.env.company.sudo()._pemda_today(), people=people, rows=rows
        )
        cr = self.env.cr
        cr.execute(sql_file("asn_project_version", state=state, uid=self.env.uid))
        cr.execute(sql_file("asn_project_employee", people=people or SQL("TRUE")))
        self.env["hr.version"].invalidate_model()
        self.invalidate_model()

    @api.model
    def _asn_state(self, date, people=None, rows=None):
        """Statement that yields the state of people at the end of a day.

        One row per person, also for those who were not here that day (``asn_aktif`` is
        then false). Whoever runs it checks first whose state the user may see.

        :param date: day, or :class:`odoo.tools.SQL` that yields one
        :param SQL people: condition on ``hr_employee e``
        :param SQL rows: the same condition on ``r.employee_id``
        """
        return sql_file(
            "asn_state",
            until=date,
            people=people or SQL("TRUE"),
            rows=rows or SQL("TRUE"),
            bup_default=BUP_DEFAULT,
        )

    @api.model
    def _cron_project(self):
        """What was signed for today takes effect."""
        self._project_set()
