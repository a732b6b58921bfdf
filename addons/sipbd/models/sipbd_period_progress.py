from odoo import fields, models
from odoo.tools import SQL

from odoo.addons.pemda_base.fields import LooseMany2one

from .figure_writer import FIGURE_COLUMNS, FINDING_COLUMNS


class PeriodProgress(models.Model):
    """A run of a large register that is under way: how far it has come.

    Its steps are transactions of their own. What they compute is kept aside in tables
    of this run; the figures of the period are replaced at the end, all at once, so
    that nobody sees half of them.
    """

    _name = "sipbd.period.progress"
    _description = "Run of a period that is under way"
    _rec_name = "period_id"

    period_id = LooseMany2one("sipbd.period", required=True)
    done = fields.Integer(required=True, default=0, aggregator=None)
    total = fields.Integer(string="Of", required=True, aggregator=None)
    after_id = fields.Integer(
        string="Last asset", required=True, default=0, aggregator=None
    )
    entries = fields.Integer(required=True, aggregator=None)
    last_entry_id = fields.Integer(required=True, aggregator=None)
    basis = fields.Char(
        required=True, help="What it was begun on: another basis makes it void."
    )
    create_uid = fields.Many2one("res.users", string="Begun by", readonly=True)
    create_date = fields.Datetime(string="Begun at", readonly=True)

    _one_per_period = models.UniqueIndex("(period_id)")

    def _run_table(self, name, period):
        """A table of the run of a period: figures, findings or work."""
        return SQL.identifier(f"sipbd_run_{int(period.id)}_{name}")

    def _make_tables(self, period):
        """The tables of a run, and in ``work`` the assets that the rules compute."""
        execute = self.env.cr.execute
        self._drop_tables(period)
        for name in ("figure", "finding"):
            table, model = (
                self._run_table(name, period),
                SQL.identifier(f"sipbd_period_{name}"),
            )
            execute(SQL("CREATE TABLE %s (LIKE %s)", table, model))
            execute(SQL("ALTER TABLE %s DROP COLUMN id", table))
        work = self._run_table("work", period)
        execute(SQL("CREATE TABLE %s (asset_id integer PRIMARY KEY)", work))
        execute(
            SQL(
                "INSERT INTO %s SELECT asset_id FROM sipbd_touched WHERE by_rules"
                " ORDER BY asset_id",
                work,
            )
        )

    def _drop_tables(self, period):
        for name in ("figure", "finding", "work"):
            table = self._run_table(name, period)
            self.env.cr.execute(SQL("DROP TABLE IF EXISTS %s", table))

    def _next_slice(self, size):
        """The next assets to compute: id of the last of them, and how many."""
        self.ensure_one()
        self.env.cr.execute(
            SQL(
                """
                SELECT max(asset_id), count(*)
                  FROM (SELECT asset_id FROM %s WHERE asset_id > %s
                         ORDER BY asset_id LIMIT %s) AS slice
                """,
                self._run_table("work", self.period_id),
                self.after_id,
                size,
            )
        )
        return self.env.cr.fetchone()

    def _slice_condition(self, last_id):
        """Condition on the ledger for the assets after the last slice."""
        return SQL(
            "entry.asset_id IN (SELECT asset_id FROM %s WHERE asset_id > %s"
            " AND asset_id <= %s)",
            self._run_table("work", self.period_id),
            self.after_id,
            last_id,
        )

    def _hand_over(self):
        """Put what was computed into the figures of the period, and end."""
        self.ensure_one()
        for name, columns in (("figure", FIGURE_COLUMNS), ("finding", FINDING_COLUMNS)):
            names = SQL(", ").join(map(SQL.identifier, columns))
            self.env.cr.execute(
                SQL(
                    "INSERT INTO %s (%s) SELECT %s FROM %s ORDER BY asset_id",
                    SQL.identifier(f"sipbd_period_{name}"),
                    names,
                    names,
                    self._run_table(name, self.period_id),
                )
            )
        self._give_up()

    def _give_up(self):
        """Forget a run that is under way."""
        for progress in self:
            self._drop_tables(progress.period_id)
        self.unlink()
