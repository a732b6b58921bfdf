from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..models.sql_file import sql_file
from ..rules.dates import add_months

MOST = 120  # months ahead


def int_word(env, words, name):
    """The whole number that the command line gives under a name, if any."""
    if name not in words:
        return {}
    try:
        return {name: int(words[name])}
    except ValueError as error:
        raise UserError(
            env._(
                "%(name)s=%(word)s is not a whole number.",
                name=name,
                word=words[name],
            )
        ) from error


class DueReport(models.AbstractModel):
    """A list of what is due in some months after a date."""

    _name = "sikda.due.report"
    _description = "Due for civil servants after a date"
    _inherit = ["sikda.people.report"]

    _report_asks = frozenset({"bulan"})
    _by_unit = True
    #: months ahead where nothing is said
    _months = 3

    def _ahead(self, options):
        return options.extra.get("bulan") or self._months

    def _until(self, options):
        return add_months(options.date, self._ahead(options))

    def _check_options(self, options):  # pylint: disable=missing-return
        super()._check_options(options)
        if not 0 < self._ahead(options) <= MOST:
            raise UserError(
                self.env._("Look 1 to %(most)s months ahead, not further.", most=MOST)
            )

    def _extra_from_words(self, unit, words):
        return {
            **super()._extra_from_words(unit, words),
            **int_word(self.env, words, "bulan"),
        }

    def _details(self, options):
        return f"{self._ahead(options)} bulan ke depan"

    def _identity(self, options):
        ahead = (
            "JANGKA WAKTU",
            f"{self._ahead(options)} bulan ke depan dan yang lewat",
        )
        return (*super()._identity(options), ahead)

    def _due(self, options, part):
        """Statement of one kind of what is due, of the people of the report."""
        people = self.env["hr.employee"].sudo()
        values = people._due_values(
            self._until(options),
            day=options.date,
            state=self._state(options),
            rows=self._history(options),
        )
        return people._due_part(part, values)

    def _with_unit(self, name, **values):
        """Statement of a file, its rows captioned by the unit."""
        return SQL(
            "SELECT due.*, due.unit_name AS unit FROM (%s) due",
            sql_file(name, **values),
        )
