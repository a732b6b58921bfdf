from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL
from odoo.tools.misc import file_open

from ..rules import parameters as rules
from ..rules.kinerja import PREDIKAT
from .sql_file import sql_file

FILE = "sikda/data/sikda_parameter.csv"


class Parameter(models.Model):
    """A number of a regulation, with the days on which it is in force.

    What could not be checked with the regulation is marked; BKD may change it. A new
    regulation is a new row, the old one gets its last day: what was due under it stays
    explainable.
    """

    _name = "sikda.parameter"
    _description = "Parameter of personnel law"
    _order = "name, key, date_from desc"
    _rec_names_search = ["name", "key", "note"]

    name = fields.Char(
        string="Parameter", required=True, index=True, help="Rule that reads it."
    )
    key = fields.Char(
        string="For",
        default="",
        help="Golongan, code of an eselon, level of education or the like.",
    )
    value = fields.Char(required=True)
    date_from = fields.Date(string="In force from", required=True)
    date_to = fields.Date(string="In force until")
    legal_basis = fields.Char(required=True)
    confirmed = fields.Boolean(
        help="Somebody has compared the value with the text of the regulation."
    )
    note = fields.Char()

    _identity = models.UniqueIndex(
        "(name, coalesce(key, ''), date_from)",
        "This parameter has a value from that day on already.",
    )
    _dates_in_order = models.Constraint(
        "check(date_to >= date_from)", "A value cannot end before it begins."
    )

    def init(self):
        self.env.cr.execute(sql_file("whole_months"))

    @api.depends("name", "key", "value")
    def _compute_display_name(self):
        for row in self:
            name = f"{row.name} {row.key}" if row.key else row.name
            row.display_name = f"{name}: {row.value}"

    @api.constrains("name", "value")
    def _check_value(self):
        """A rule reads the value: what it cannot read would stop every list."""
        shapes = {row.name: rules.shape(row.value) for row in self._shipped()}
        for row in self:
            if row.name not in shapes:
                raise ValidationError(
                    self.env._("No rule reads a parameter %(name)s.", name=row.name)
                )
            if not shapes[row.name].fits(row.value):
                raise ValidationError(
                    self.env._(
                        "%(name)s: %(value)r cannot be read. Write it like "
                        "%(example)s.",
                        name=row.name,
                        value=row.value,
                        example=shapes[row.name].example,
                    )
                )

    @api.ondelete(at_uninstall=False)
    def _unlink_refused(self):
        raise UserError(
            self.env._(
                "A value of a regulation is ended by its last day, not deleted: past "
                "lists rest on it."
            )
        )

    @api.model
    def _shipped(self):
        with file_open(FILE, "r") as lines:
            return rules.read(lines)

    @api.model
    def _load_published(self):
        """Add the rows of the file that are not here yet; others are left alone."""
        known = {
            (row.name, row.key or "", row.date_from)
            for row in self.search_fetch([], ["name", "key", "date_from"])
        }
        with file_open(FILE, "r") as lines:
            notes = rules.notes(lines)
        self.create(
            [
                {
                    "name": row.name,
                    "key": row.key,
                    "value": row.value,
                    "date_from": row.date_from,
                    "date_to": row.date_to,
                    "legal_basis": row.legal_basis,
                    "confirmed": row.confirmed,
                    "note": notes[row.name, row.key, row.date_from],
                }
                for row in self._shipped()
                if (row.name, row.key, row.date_from) not in known
            ]
        )

    @api.model
    def _rules(self):
        """All parameters, those of the code lists too, as the rules take them."""
        self.env.flush_all()
        self.env.cr.execute(sql_file("rule_rows"))
        rows = [rules.Parameter(*row) for row in self.env.cr.fetchall()]
        return rules.Parameters(rows)

    @api.model
    def _in_force(self, day):
        """Statement of what is in force on a day: name, key, value."""
        return SQL(
            "SELECT DISTINCT ON (name, coalesce(key, '')) "
            "name, coalesce(key, '') AS key, value FROM sikda_parameter "
            "WHERE date_from <= %(day)s AND coalesce(date_to, 'infinity') >= %(day)s "
            "ORDER BY name, coalesce(key, ''), date_from DESC",
            day=day,
        )

    @api.model
    def _least_predikat(self, day):
        """Code of the lowest predikat kinerja with which a KP is possible."""
        return str(PREDIKAT.index(self._rules().get("kp.predikat", day).value) + 1)
