import contextlib

from odoo import models
from odoo.tools import SQL


class ImportTarget(models.AbstractModel):
    """What targets that check and load by SQL have in common."""

    _inherit = "pemda.import.target"

    def _staged(self, table, name):
        """SQL of the text of one field of a staged row; NULL when it has none."""
        names = table.field_names or []
        if name not in names:
            return SQL("NULL::text")
        return SQL("row.data->>%s", names.index(name))

    @contextlib.contextmanager
    def _set_plans(self):
        """Plan for sets: rows staged a moment ago are in no statistics yet.

        The planner takes them for a handful and would look up every text of a file
        by going through all of them, row by row, or sort a register to merge it; and
        to start further processes takes longer than to count the rows of a file.
        """
        self.env.cr.execute(
            "SET LOCAL enable_nestloop TO off; SET LOCAL enable_mergejoin TO off;"
            " SET LOCAL max_parallel_workers_per_gather TO 0"
        )
        yield
        self.env.cr.execute(
            "SET LOCAL enable_nestloop TO DEFAULT;"
            " SET LOCAL enable_mergejoin TO DEFAULT;"
            " SET LOCAL max_parallel_workers_per_gather TO DEFAULT"
        )

    def _count_rows(self, table):
        """Tell the planner how large a working table is, by a sample of 300 rows."""
        self.env.cr.execute(
            SQL(
                "SET LOCAL default_statistics_target TO 1; ANALYZE %s;"
                " SET LOCAL default_statistics_target TO DEFAULT",
                table,
            )
        )

    def _answers(self, load, kind, field):
        """Answers in force for the load: {source: id}; the deepest unit goes first."""
        self.env.cr.execute(
            SQL(
                """
                SELECT DISTINCT ON (mapping.source) mapping.source, mapping.%(field)s
                  FROM pemda_import_mapping AS mapping
                  JOIN hr_department AS scope ON scope.id = mapping.unit_id
                  JOIN hr_department AS unit ON unit.id = %(unit)s
                   AND starts_with(unit.parent_path, scope.parent_path)
                 WHERE mapping.kind = %(kind)s AND mapping.%(field)s IS NOT NULL
                 ORDER BY mapping.source, length(scope.parent_path) DESC
                """,
                field=SQL.identifier(field),
                unit=load.unit_id.id,
                kind=kind,
            )
        )
        return dict(self.env.cr.fetchall())

    def _write_questions(self, load, kind, questions):
        self.env["pemda.import.question"].sudo().create(
            [{**question, "load_id": load.id, "kind": kind} for question in questions]
        )
