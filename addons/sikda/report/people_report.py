from dataclasses import replace
from itertools import count

from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_report.engine.formats import long_date
from odoo.addons.pemda_report.engine.model import Column, Expected, Group, Report

from ..models.sql_file import sql_file

TABLE_NUMBERS = count()
SIGNERS = ((("kepala_bkd", "kepala_opd"), ""),)


def date_column(key, title, number, width=17):
    return Column(key, title, width, number, kind="date")


def count_column(key, title, number="", width=12):
    return Column(key, title, width, number, kind="int", total=True)


class PeopleReport(models.AbstractModel):
    """A list or recap of civil servants at a date.

    State comes from the histories as they stood on the day, under the unit in which
    each person worked then. The keys of the columns are those of
    ``sql/report_asn.sql``, or of what the list makes of it.
    """

    _name = "sikda.people.report"
    _description = "Civil servants at a date"
    _inherit = ["pemda.report.source"]

    _report_group = "sikda.group_asn_reader"
    #: title lines of the form
    _form_title: tuple[str, ...] = ()
    #: whether the rows are grouped by unit
    _by_unit = False

    def _columns(self, options) -> tuple:
        """The numbered columns of the form."""
        raise NotImplementedError

    def _which(self, options) -> SQL:
        """Condition on ``listed``: who stands in the list."""
        return SQL("TRUE")

    def _order_by(self, options) -> SQL:
        """Order of the list, by columns of ``listed``."""
        unit = SQL("listed.unit_code, listed.unit_id, ") if self._by_unit else SQL()
        return SQL(
            "%slisted.golongan_rank DESC NULLS LAST, "
            "listed.tmt_golongan NULLS LAST, listed.nama, listed.employee_id",
            unit,
        )

    def _people(self, options) -> SQL:
        """Statement: the people and all that the columns say of them."""
        return self._asn(options)

    # reading

    def _asn(self, options) -> SQL:
        """Statement of ``sql/report_asn.sql`` for the units and the date."""
        return sql_file(
            "report_asn",
            state=self._state(options),
            tree=self._tree(options),
            units=self._units(options),
            chosen=options.unit.id,
            chosen_path=self._path(options),
            until=options.date,
        )

    def _read(self, options):
        """State is worked out once: rows and totals are read of the same table, whose
        size the planner knows."""
        if not self.env.cr.readonly:
            table = SQL.identifier(f"sikda_report_state_{next(TABLE_NUMBERS)}")
            state = self._state(options)
            self.env.cr.execute(
                SQL("CREATE TEMPORARY TABLE %s ON COMMIT DROP AS %s", table, state)
            )
            self.env.cr.execute(SQL("ANALYZE %s", table))
            extra = {**options.extra, "state": SQL("SELECT * FROM %s", table)}
            options = replace(options, extra=extra)
        return super()._read(options)

    def _state(self, options) -> SQL:
        """Statement of the state, that day, of the people who may be in the units.

        At the end of a semester that was recorded it is the record: a list printed
        again says what it said then, whatever was corrected since.
        """
        if "state" in options.extra:
            return options.extra["state"]
        self.env["hr.employee"].check_access("read")
        self.env.flush_all()
        snapshot = self._snapshot(options)
        if snapshot:
            return snapshot._state()
        people = self.env["hr.employee"].sudo()
        values = {}
        if not self._everybody(options):
            values = {
                "people": self._scope(options, SQL("e.id")),
                "rows": self._scope(options, SQL("r.employee_id")),
            }
        return sql_file("asn_printed", state=people._asn_state(options.date, **values))

    def _snapshot(self, options):
        """The record of that day, if there is one."""
        snapshots = self.env["sikda.snapshot"].sudo()
        return snapshots.search([("date", "=", options.date)])

    def _history(self, options) -> SQL:
        """Condition on ``r.employee_id`` for further histories."""
        if self._everybody(options):
            return SQL("TRUE")
        return self._scope(options, SQL("r.employee_id"))

    def _everybody(self, options):
        return not options.unit.parent_id and options.with_sub_units

    def _scope(self, options, column):
        return sql_file(
            "report_asn_scope",
            person=column,
            tree=self._tree(options),
            units=self._units(options),
        )

    def _tree(self, options) -> SQL:
        """The units with their names and places in the tree: those of a recorded
        semester as they were then."""
        snapshot = self._snapshot(options)
        return snapshot._tree() if snapshot else SQL("hr_department")

    def _path(self, options) -> str:
        """Path of the reported unit in that tree."""
        snapshot = self._snapshot(options)
        unit = options.unit
        return snapshot._path_of(unit) if snapshot else unit.parent_path

    def _units(self, options) -> SQL:
        if options.with_sub_units:
            return SQL("unit.parent_path LIKE %s", f"{self._path(options)}%")
        return SQL("unit.id = %s", options.unit.id)

    # the form

    def _describe(self, options):
        return Report(
            name=self._report_code,
            title=self._title(options),
            columns=self._columns(options),
            paper=options.paper,
            letterhead=self._letterhead(options.unit),
            identity=self._identity(options),
            groups=self._groups(options),
            place_date=self._place_date(options),
            signers=self._signers(options, SIGNERS),
        )

    def _title(self, options):
        return self._form_title

    def _groups(self, options):
        return tuple(Group() for _key in self._group_keys(options))

    def _group_keys(self, options):
        """Columns of ``listed`` that caption groups of rows."""
        return ("unit",) if self._by_unit and options.with_sub_units else ()

    def _identity(self, options):
        unit, root = options.unit, options.unit
        while root.parent_id:
            root = root.parent_id
        scope = (
            "termasuk unit di bawahnya" if options.with_sub_units else "unit ini saja"
        )
        identity = (
            ("PEMERINTAH DAERAH", root.name),
            ("UNIT KERJA", f"{unit.name} ({scope})"),
            ("KEADAAN PER TANGGAL", long_date(options.date)),
        )
        snapshot = self._snapshot(options)
        if snapshot:
            identity += (("SUMBER", f"rekaman semester {snapshot.number}"),)
        return identity

    def _rows(self, options):
        report = self._describe(options)
        columns = [
            SQL("listed.%s", SQL.identifier(key)) for key in self._group_keys(options)
        ]
        for column in report.leaves:
            exact = SQL("::text") if column.kind in ("number", "money") else SQL()
            columns.append(SQL("listed.%s%s", SQL.identifier(column.key), exact))
        query = sql_file(
            "report_people",
            columns=SQL(", ").join(columns),
            people=self._people(options),
            which=self._which(options),
            order=self._order_by(options),
        )
        return self._fetch(query, report)

    def _totals(self, options):
        self.env.cr.execute(
            sql_file(
                "report_people_count",
                people=self._people(options),
                which=self._which(options),
            )
        )
        return Expected(self.env.cr.fetchone()[0], ())
