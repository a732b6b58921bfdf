from odoo import api, models
from odoo.tools import SQL
from odoo.tools.misc import file_open

NEW = SQL("NEW TABLE AS new_rows")
OLD = SQL("OLD TABLE AS old_rows")
FIGURE_TRIGGERS = (
    ("sipbd_closed_insert", SQL("INSERT"), NEW, "sipbd_refuse_closed_new"),
    ("sipbd_closed_update", SQL("UPDATE"), NEW, "sipbd_refuse_closed_new"),
    ("sipbd_closed_updated", SQL("UPDATE"), OLD, "sipbd_refuse_closed_old"),
    ("sipbd_closed_delete", SQL("DELETE"), OLD, "sipbd_refuse_closed_old"),
)
ENTRY_TRIGGERS = (
    ("sipbd_closed_entry", SQL("INSERT"), NEW, "sipbd_refuse_closed_entries"),
)


class PeriodGuard(models.AbstractModel):
    """The database itself keeps what is closed; see ``sql/period_guard.sql``."""

    _name = "sipbd.period.guard"
    _description = "Guard of closed periods"

    @api.model
    def _install_guard(self, table, triggers):
        """Put triggers on a table; again is harmless.

        :param triggers: name, event, transition table, function
        """
        execute, name_of = self.env.cr.execute, SQL.identifier
        with file_open("sipbd/sql/period_guard.sql") as functions:
            execute(functions.read())
        for name, event, rows, function in triggers:
            execute(
                SQL("DROP TRIGGER IF EXISTS %s ON %s", name_of(name), name_of(table))
            )
            execute(
                SQL(
                    "CREATE TRIGGER %s AFTER %s ON %s REFERENCING %s"
                    " FOR EACH STATEMENT EXECUTE FUNCTION %s()",
                    name_of(name),
                    event,
                    name_of(table),
                    rows,
                    name_of(function),
                )
            )

    @api.model
    def _refuse_truncate(self, table):
        execute, name_of = self.env.cr.execute, SQL.identifier
        execute(
            SQL("DROP TRIGGER IF EXISTS sipbd_closed_truncate ON %s", name_of(table))
        )
        execute(
            SQL(
                "CREATE TRIGGER sipbd_closed_truncate BEFORE TRUNCATE ON %s"
                " FOR EACH STATEMENT EXECUTE FUNCTION sipbd_refuse_truncate()",
                name_of(table),
            )
        )


class Entry(models.Model):
    _inherit = "sipbd.entry"

    def init(self):  # pylint: disable=missing-return
        super().init()
        self.env["sipbd.period.guard"]._install_guard(self._table, ENTRY_TRIGGERS)


class PeriodFigure(models.Model):
    _inherit = "sipbd.period.figure"

    def init(self):  # pylint: disable=missing-return
        super().init()
        guard = self.env["sipbd.period.guard"]
        guard._install_guard(self._table, FIGURE_TRIGGERS)
        guard._refuse_truncate(self._table)


class PeriodTotal(models.Model):
    _inherit = "sipbd.period.total"

    def init(self):  # pylint: disable=missing-return
        super().init()
        guard = self.env["sipbd.period.guard"]
        guard._install_guard(self._table, FIGURE_TRIGGERS)
        guard._refuse_truncate(self._table)
