"""Fields with groups are open where an office gives the group, not everywhere."""

from collections import defaultdict
from itertools import groupby

from odoo import api, models
from odoo.fields import Domain
from odoo.tools import SQL


class Gate:
    """In the context: values on their way into the cache, which is everybody's.

    A context that comes over RPC is made from JSON and never holds this type.
    """


GATE = Gate()


class ByUnit(models.AbstractModel):
    """Records of people whose fields with groups go by the unit of the person.

    Odoo opens a field to everybody with its group. Here groups come from offices, and
    who is operator of one unit and only reads another holds the group of the first. On
    people of the second a field with that group is closed: blank where many values are
    read (lists, pages, exports, files), without value where the database searches,
    sorts and groups, and refused everywhere else. Oneself is never closed.

    Most users have one office, or such that cover each other; they are told apart once
    in a transaction and pay nothing. See ``res.users._pemda_units_open``.
    """

    _name = "sikda.by.unit"
    _description = "Fields open by unit"

    # Field that leads to the person; "id" on hr.employee itself.
    _person_field = "employee_id"

    # Which records are closed ---------------------------------------------------------

    def _has_field_access(self, field, operation):
        if not super()._has_field_access(field, operation):
            return False
        if not field.groups or not self._ids or self._all_open():
            return True
        units = self.env.user._pemda_units_open(field.groups)
        if units is None or self.env.context.get("sikda_gate") is GATE:
            return True
        return not any(record._is_closed(units) for record in self)

    def _is_closed(self, units):
        """Whether the person works outside some units and is somebody else."""
        record = self.sudo()
        if self._person_field != "id":
            record = record[self._person_field]
        person = record._origin
        if not person or person.user_id.id == self.env.uid:
            return False
        path = person.unit_id.parent_path or ""
        return units.isdisjoint(map(int, path.split("/")[:-1]))

    def _all_open(self):
        return self.env.su or self.env.user._pemda_all_open()

    def _closed_names(self, names):
        """Units in which they are open, by name of a field that is not so everywhere.

        Fields of which the user has no group at all are Odoo's to refuse.
        """
        closed = {}
        if self._all_open():
            return closed
        for name in names:
            field = self._fields.get(name)
            if field is not None and field.groups:
                units = self.env.user._pemda_units_open(field.groups)
                if units is not None and self.browse()._has_field_access(field, "read"):
                    closed[name] = units
        return closed

    def _runs_by_closed(self, names):
        """Pairs of records in their order and the names that are closed on them.

        :return: ``None`` if nothing is, which is nearly always
        """
        by_name = self._closed_names(names)
        if not by_name or not all(self._ids):
            return None
        by_units = defaultdict(set)
        for name, units in by_name.items():
            by_units[units].add(name)

        def closed(record):
            return frozenset().union(
                *(
                    found
                    for units, found in by_units.items()
                    if record._is_closed(units)
                )
            )

        # runs of neighbours, which odoo.tools.groupby does not give
        # pylint: disable=bad-builtin-groupby
        return [
            (self.browse().concat(*run).with_prefetch(self._prefetch_ids), closed_names)
            for closed_names, run in groupby(self.exists(), key=closed)
        ]

    def _blank(self, name):
        return [] if self._fields[name].type in ("one2many", "many2many") else False

    # Reading many: blank --------------------------------------------------------------

    def _read_format(self, fnames, load="_classic_read"):
        runs = self._runs_by_closed(fnames)
        if runs is None:
            return super()._read_format(fnames, load)
        return [
            {**values, **{name: self._blank(name) for name in closed}}
            for records, closed in runs
            for values in super(ByUnit, records)._read_format(
                [name for name in fnames if name not in closed], load
            )
        ]

    @api.readonly
    def web_read(self, specification):
        runs = self._runs_by_closed(specification)
        if runs is None:
            return super().web_read(specification)
        return [
            {**values, **{name: self._blank(name) for name in closed}}
            for records, closed in runs
            for values in super(ByUnit, records).web_read(
                {n: spec for n, spec in specification.items() if n not in closed}
            )
        ]

    def _export_rows(self, fields, *, _is_toplevel_call=True):
        runs = self._runs_by_closed({path[0] for path in fields if path})
        if runs is None:
            return super()._export_rows(fields, _is_toplevel_call=_is_toplevel_call)
        self.fetch([path[0] for path in fields if path and path[0] in self._fields])
        lines = []
        for records, closed in runs:
            told = [
                i for i, path in enumerate(fields) if not path or path[0] not in closed
            ]
            for cells in super(ByUnit, records)._export_rows(
                [fields[i] for i in told], _is_toplevel_call=_is_toplevel_call
            ):
                line = [""] * len(fields)
                for i, cell in zip(told, cells, strict=True):
                    line[i] = cell
                lines.append(line)
        return lines

    def _determine_fields_to_fetch(self, field_names=None, ignore_when_in_cache=False):
        records = self
        if self._ids and not self._all_open():
            records = self._at_gate(field_names or self._fields)
        return super(ByUnit, records)._determine_fields_to_fetch(
            field_names, ignore_when_in_cache
        )

    def _fetch_query(self, query, fields):
        """The cache is everybody's: it gets the values as they are."""
        if self._all_open():
            return super()._fetch_query(query, fields)
        records = self._at_gate(field.name for field in fields)
        return super(ByUnit, records)._fetch_query(query, fields).with_env(self.env)

    def _at_gate(self, names):
        return self.with_context(sikda_gate=GATE) if self._closed_names(names) else self

    # In the database: without value ---------------------------------------------------

    def _field_to_sql(self, alias, field_expr, query=None):
        value = super()._field_to_sql(alias, field_expr, query)
        if self._all_open() or self.env.context.get("sikda_gate") is GATE:
            return value
        for units in self._closed_names([field_expr.split(".")[0]]).values():
            return SQL(
                "CASE WHEN %s THEN %s END", self._open_to_sql(alias, units), value
            )
        return value

    def _open_to_sql(self, alias, units):
        """Condition on an alias of this table: open in these units, or oneself."""
        people = self.env["hr.employee"].sudo()
        tree = self.env["hr.department"]
        name = self._person_field
        field = self._fields[name] if name != "id" else None
        return SQL(
            """(%(person)s IS NULL OR %(person)s IN (
                SELECT person.id
                  FROM hr_employee person
                  LEFT JOIN hr_department unit ON unit.id = %(unit)s
                 WHERE %(user)s = %(uid)s OR EXISTS (
                       SELECT FROM hr_department top
                        WHERE top.id = ANY(%(units)s)
                          AND %(path)s LIKE top.parent_path || '%%')))""",
            person=SQL.identifier(alias, name, to_flush=field),
            unit=SQL.identifier(
                "person", "unit_id", to_flush=people._fields["unit_id"]
            ),
            user=SQL.identifier(
                "person", "user_id", to_flush=people._fields["user_id"]
            ),
            path=SQL.identifier(
                "unit", "parent_path", to_flush=tree._fields["parent_id"]
            ),
            uid=self.env.uid,
            units=list(units),
        )

    def _open_domain(self, units):
        """Those on whom it is open in these units, or oneself."""
        return Domain.custom(
            to_sql=lambda model, alias, query: model._open_to_sql(alias, units)
        )

    @api.model
    def _search(self, domain, *args, **kwargs):
        return super()._search(self._with_closed(domain), *args, **kwargs)

    def _with_closed(self, domain):
        """What is no column has no value to be left out: its conditions hold for those
        on whom it is open."""
        if self._all_open():
            return domain
        domain = Domain(domain)
        closed = {
            name: units
            for name, units in self._closed_names(
                one.field_expr.split(".")[0] for one in domain.iter_conditions()
            ).items()
            if not (self._fields[name].store and self._fields[name].column_type)
        }

        def with_open(condition):
            units = closed.get(condition.field_expr.split(".")[0])
            return condition if units is None else condition & self._open_domain(units)

        return domain.map_conditions(with_open) if closed else domain
