"""What is due for people: in sets by SQL, for one person explained by the rules."""

from datetime import date

from odoo import api, models
from odoo.tools import SQL

from ..rules import satyalancana
from ..rules.dates import add_months
from .sql_file import sql_file

HORIZON = 24  # months of the time line
PARTS = ("kgb", "kp", "pensiun", "satyalancana")


class Employee(models.Model):
    _inherit = "hr.employee"

    @api.model
    def _asn_now(self, people=None):
        """Statement that yields the present state of people; see ``_asn_state``."""
        return sql_file("asn_now", people=people or SQL("TRUE"))

    @api.model
    def _due_query(self, until, *, day=None, state=None, rows=None):
        """Statement of everything that is due until a day, one row per person and kind.

        Whoever runs it checks first whose people the user may see.

        :param until: last TMT
        :param day: whose law is asked and from when something is overdue; today
        :param SQL state: people and their state; the present one of everybody
        :param SQL rows: condition on ``r.employee_id`` where few people are asked for
        """
        values = self._due_values(until, day=day, state=state, rows=rows)
        parts = {part: sql_file(f"due_{part}", **values) for part in PARTS}
        return sql_file("due", state=values["state"], **parts)

    @api.model
    def _due_part(self, part, values):
        """Statement of one kind of what is due.

        :param part: of ``PARTS``
        :param values: of ``_due_values``
        """
        statement = sql_file(f"due_{part}", **values)
        return sql_file("due_part", state=values["state"], part=statement)

    @api.model
    def _due_values(self, until, *, day=None, state=None, rows=None):
        """Values for the statements in ``sql/due_*.sql``."""
        today = self.env.company.sudo()._pemda_today()
        day = day or today
        rows = rows or SQL("TRUE")
        parameters = self.env["sikda.parameter"].sudo()
        return {
            "state": state or self._asn_now(),
            "day": day,
            "until": until,
            "rows": rows,
            "rule": parameters._in_force(day),
            "hukdis": sql_file("hukdis", rows=rows),
            "award": self._award_days(parameters._rules(), day, until),
            "least": parameters._least_predikat(day),
        }

    @api.model
    def _award_days(self, parameters, day, until):
        """Days of Satyalancana from a day to another."""
        found = (
            satyalancana.award_day(year, parameters)
            for year in range(day.year, until.year + 1)
        )
        return [award for award in found if day <= award <= until] or [date.min]

    @api.model
    def _due_until(self):
        return add_months(self.env.company.sudo()._pemda_today(), HORIZON)
