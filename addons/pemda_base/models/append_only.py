from odoo import api, models
from odoo.exceptions import UserError
from odoo.tools import SQL
from odoo.tools.misc import file_open


class AppendOnly(models.AbstractModel):
    """Rows that are written once and never changed.

    The database refuses UPDATE, DELETE and TRUNCATE by trigger, so that neither raw
    SQL nor another module can do what the ORM forbids. A mistake is put right by a
    further row.
    """

    _name = "pemda.append.only"
    _description = "Append-only record"

    def init(self):
        super().init()
        if self._abstract or not self._auto:
            return
        self._guard_table(self._table)

    @api.model
    def _guard_table(self, table):
        """Install the triggers on a table; again is harmless."""
        with file_open("pemda_base/sql/append_only.sql") as statements:
            self.env.cr.execute(statements.read())
        for name, events in (
            ("pemda_append_only_change", SQL("UPDATE OR DELETE")),
            ("pemda_append_only_truncate", SQL("TRUNCATE")),
        ):
            trigger, guarded = SQL.identifier(name), SQL.identifier(table)
            self.env.cr.execute(
                SQL("DROP TRIGGER IF EXISTS %s ON %s", trigger, guarded)
            )
            self.env.cr.execute(
                SQL(
                    "CREATE TRIGGER %s BEFORE %s ON %s"
                    " FOR EACH STATEMENT EXECUTE FUNCTION pemda_refuse_change()",
                    trigger,
                    events,
                    guarded,
                )
            )

    def _init_column(self, column_name):
        """Give a new column its default in the rows that are there.

        What was written stays as it is; Odoo's own UPDATE would be refused, so the
        column is made anew with its default in it.
        """
        field = self._fields[column_name]
        if not field.default:
            return
        value = field.convert_to_write(field.default(self), self)
        value = field.convert_to_column_insert(value, self)
        if value is None:
            return
        column = SQL.identifier(column_name)
        self.env.cr.execute(
            SQL(
                "ALTER TABLE %s ALTER COLUMN %s TYPE %s USING coalesce(%s, %s)",
                SQL.identifier(self._table),
                column,
                SQL(field.column_type[1]),
                column,
                value,
            )
        )

    def write(self, vals):
        if vals and self:
            raise self._append_only_error()
        return True

    @api.ondelete(at_uninstall=False)
    def _unlink_refused(self):
        raise self._append_only_error()

    def _append_only_error(self):
        return UserError(
            self.env._(
                "%(model)s: an entry cannot be changed or deleted. "
                "Book a reversal and a new entry instead.",
                model=self._description,
            )
        )
