import hashlib
from dataclasses import dataclass

from odoo import api, fields, models
from odoo.tools import SQL
from odoo.tools.misc import file_open

from ..rules import totals as rules
from .sipbd_asset import STATES
from .sipbd_entry import KOMPTABEL, KONDISI, PEROLEHAN
from .sipbd_kode import KIB
from .sql_file import sql_file

MEASURES = ("jumlah", "nilai_perolehan")
_CONTEXT_KEY = "sipbd_totals"
_FOLDING = 7391052  # advisory lock: one at a time adds changes to the totals


@dataclass(frozen=True)
class Scope:
    """Which totals are read: some columns of a cuboid, of some subtrees of units.

    It travels in the context: RPC, which is made of JSON, cannot bring one.
    """

    cuboid: int
    columns: tuple[str, ...]
    paths: tuple[str, ...]

    def sql(self):
        return sql_file(
            "asset_total_read",
            columns=_columns(self.columns),
            cuboid=self.cuboid,
            scope_ids=[int(path.rstrip("/").rpartition("/")[2]) for path in self.paths],
            paths=[f"{path}%" for path in self.paths],
        )


class AssetTotal(models.Model):
    """Kept counts and sums of the register, so that grouping does not grow with it.

    Stands in for ``sipbd.asset`` in ``_read_group`` (asset_group.py): the same names
    of columns, but one row for many assets. Nobody has access; who asks is checked
    there. Triggers note every change of the register (asset_total_tables.sql), and
    ``_fold`` adds the notes to the totals now and then: a reader sums both.
    """

    _name = "sipbd.asset.total"
    _description = "Total of assets"
    _auto = False

    unit_id = fields.Many2one("hr.department")
    opd_id = fields.Many2one(related="unit_id.opd_id")
    code_id = fields.Many2one("sipbd.kode")
    kib = fields.Selection(selection=KIB, string="KIB")
    state = fields.Selection(selection=STATES, string="Status")
    kondisi = fields.Selection(selection=KONDISI, string="Condition")
    komptabel = fields.Selection(selection=KOMPTABEL)
    tahun_perolehan = fields.Integer(string="Year acquired", aggregator=None)
    cara_perolehan = fields.Selection(selection=PEROLEHAN, string="Way of acquisition")
    assets = fields.Integer()
    jumlah = fields.Float(string="Quantity", digits=(16, 2))
    nilai_perolehan = fields.Float(string="Acquisition value", digits=(20, 2))

    @property
    def _table_query(self):
        scope = self.env.context.get(_CONTEXT_KEY)
        if not isinstance(scope, Scope):
            return SQL("SELECT * FROM sipbd_asset_total WHERE FALSE")
        return scope.sql()

    def _read_group_select(self, aggregate_spec, query):
        """One row stands for many assets: they are summed where rows are counted."""
        if aggregate_spec == "__count":
            assets = self._field_to_sql(self._table, "assets", query)
            return SQL("coalesce(sum(%s), 0)::bigint", assets)
        return super()._read_group_select(aggregate_spec, query)

    def init(self):
        """Make tables and triggers; totals of a register that has none of this form."""
        with file_open("sipbd/sql/asset_total_tables.sql") as statements:
            definition = statements.read()
        form = hashlib.sha256(f"{definition}{rules.CUBOIDS}".encode()).hexdigest()
        cr = self.env.cr
        cr.execute("SELECT obj_description(to_regclass('sipbd_asset_total'))")
        known = cr.fetchone()[0]
        if known == form:
            return
        if known:
            cr.execute(
                "DROP TABLE sipbd_asset_total, sipbd_asset_change, "
                "sipbd_asset_total_moved"
            )
        cr.execute(definition)
        self._rebuild()
        cr.execute(SQL("COMMENT ON TABLE sipbd_asset_total IS %s", form))

    def _in_scope(self, scope):
        """The model over the totals of a scope, past the rights that nobody has."""
        return self.sudo().with_context(**{_CONTEXT_KEY: scope})

    @api.model
    def _paths(self, units):
        """Paths of the tops of what is below all of some choices of units.

        :param list units: lists of ids; none for the whole register
        :return: tuple of paths; empty when there are none, or while the totals do
            not stand for the tree of units as it is
        """
        wanted = [each for ids in units for each in ids]
        self.env.cr.execute(
            SQL(
                """
                SELECT id, parent_path FROM hr_department
                 WHERE %s AND NOT EXISTS (SELECT FROM sipbd_asset_total_moved)
                """,
                SQL("id = ANY(%s)", wanted) if units else SQL("parent_id IS NULL"),
            )
        )
        paths = dict(self.env.cr.fetchall())
        choices = [[paths[each] for each in ids if each in paths] for ids in units]
        return tuple(rules.common_roots(choices or [paths.values()]))

    @api.model
    def _fold(self):
        """Add what changed to the totals, or make them anew if units moved."""
        if not self._lock_totals():
            return
        self.env.cr.execute("SELECT FROM sipbd_asset_total_moved LIMIT 1")
        if self.env.cr.rowcount:
            self._rebuild()
        else:
            rows = SQL("SELECT * FROM gone")
            self.env.cr.execute(sql_file("asset_total_fold", sums=self._sums(rows)))

    @api.model
    def _rebuild(self):
        """Make the totals anew from the register.

        What others change meanwhile is not in this snapshot, neither the assets nor
        the notes of them: it stays noted.
        """
        self.env["sipbd.asset"].flush_model()
        self.env["hr.department"].flush_model(["parent_path"])
        cr = self.env.cr
        cr.execute("DELETE FROM sipbd_asset_total_moved")
        cr.execute("DELETE FROM sipbd_asset_change")
        cr.execute("DELETE FROM sipbd_asset_total")
        rows = SQL(
            "SELECT %s, 1 AS assets, jumlah, nilai_perolehan FROM sipbd_asset",
            _columns(rules.DIMENSIONS),
        )
        # What is read together lies together.
        order = SQL("ORDER BY scope_id, cuboid, state")
        cr.execute(SQL("INSERT INTO sipbd_asset_total %s %s", self._sums(rows), order))
        cr.execute("ANALYZE sipbd_asset_total")

    def _lock_totals(self):
        self.env.cr.execute(SQL("SELECT pg_try_advisory_xact_lock(%s)", _FOLDING))
        return self.env.cr.fetchone()[0]

    def _sums(self, rows):
        kept = [dict.fromkeys(("unit_id", *names)) for names in rules.CUBOIDS]
        numbers = range(len(rules.CUBOIDS))
        dimensions = _columns(rules.DIMENSIONS)
        return sql_file(
            "asset_total_sums",
            rows=rows,
            sets=SQL(", ").join(SQL("(%s)", _columns(names)) for names in kept),
            cuboid=SQL(
                "CASE GROUPING(%s) %s END",
                dimensions,
                SQL(" ").join(
                    SQL("WHEN %s THEN %s", _mask(kept[number]), number)
                    for number in numbers
                ),
            ),
            with_unit=[n for n in numbers if "unit_id" in rules.CUBOIDS[n]],
        )


def _columns(names):
    return SQL(", ").join(SQL.identifier(name) for name in names)


def _mask(names):
    """What GROUPING(all dimensions) is for a set of some."""
    return int("".join(str(int(name not in names)) for name in rules.DIMENSIONS), 2)
