from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_import.rules.source import source_key


class ImportAsset(models.AbstractModel):
    """Units: named by a row, by the heading or by the load, and whose they are."""

    _inherit = "sipbd.import.asset"

    def _resolve_units(self, load):
        """What the rows and headings of a load say about the unit.

        A row goes into the unit that it names by code, location code or name. The
        heading of the sheet names the unit of rows that do not, when the load is
        for the whole pemda; else the unit of the load is meant.

        :return: list of dict: table_id, code, lokasi, name, unit_id, fault, source
        """
        names = ("table_id", "code", "lokasi", "name", "rows")
        units = [
            dict(zip(names, row, strict=True))
            for table in load.table_ids
            for row in self._named_units(table)
        ]
        headings = {table.id: table.identity or {} for table in load.table_ids}
        scope = self._scope(load)
        answered = self._answers(load, "unit", "to_unit_id")
        for unit in units:
            sources = [unit["code"], unit["lokasi"], unit["name"]]
            if not any(sources):
                sources = self._heading_sources(load, headings[unit["table_id"]])
            unit["source"] = next(filter(None, map(source_key, sources)), "")
            unit["unit_id"], unit["fault"] = self._resolve_unit(
                load, sources, answered, scope
            )
        return units

    def _named_units(self, table):
        """What the rows name: table, code, location code, name and how many rows."""
        fields = ("unit_code", "kode_lokasi", "unit_name")
        if not set(fields).intersection(table.field_names or ()):
            return [(table.id, "", "", "", table.rows_read)]
        return self.env.execute_query(
            SQL(
                """
                SELECT row.table_id, coalesce(%s, ''), coalesce(%s, ''),
                       coalesce(%s, ''), count(*)
                  FROM pemda_import_row AS row
                 WHERE row.table_id = %s
                 GROUP BY 1, 2, 3, 4
                """,
                *(self._staged(table, field) for field in fields),
                table.id,
            )
        )

    def _heading_sources(self, load, heading):
        if load.unit_id.kind_id.role != "pemda":
            return []
        return [heading.get(name) for name in ("unit_code", "kode_lokasi", "unit")]

    def _resolve_unit(self, load, sources, answered, scope):
        keys = [key for key in map(source_key, sources) if key]
        if not keys:
            unit_id = load.unit_id.id
            if load.unit_id.kind_id.role == "pemda":
                return None, "unit-missing"
        else:
            unit_id = next((answered[key] for key in keys if key in answered), None)
            unit_id = unit_id or self._unit_of(keys)
        if not unit_id:
            return None, "unit-unknown"
        if unit_id not in scope:
            return None, "unit-out-of-scope"
        return unit_id, scope[unit_id]

    def _unit_of(self, keys):
        """The one unit with such a code or, failing that, exactly such a name."""
        units = self.env["hr.department"].sudo().with_context(active_test=True)
        for field, operator in (("code", "in"), ("name", "=ilike")):
            for key in keys:
                found = units.search(
                    [(field, operator, [key] if operator == "in" else _literal(key))],
                    limit=2,
                )
                if len(found) == 1:
                    return found.id
        return None

    def _scope(self, load):
        """Units that rows may go into, with what is wrong with them: {id: fault}.

        They lie under the unit of the load **and** under an office of the user: SQL
        passes by the record rules, so this is the rule. Archived units are none of
        them, whatever the context of the caller says.
        """
        domain = [("id", "child_of", load.unit_id.id)]
        allowed = self._import_units()
        if allowed is not None:
            domain.append(("id", "child_of", allowed))
        units = (
            self.env["hr.department"]
            .sudo()
            .with_context(active_test=True)
            .search_fetch(domain, ["code", "date_start", "date_end"])
        )
        day = load.cut_off_date
        return {unit.id: _unit_fault(unit, day) for unit in units}

    def _ask_units(self, load, units):
        asked = {}
        for unit in units:
            if unit["fault"] == "unit-unknown":
                asked[unit["source"]] = asked.get(unit["source"], 0) + unit["rows"]
        self._write_questions(
            load,
            "unit",
            [{"source": source, "row_count": rows} for source, rows in asked.items()],
        )

    def _note_headings(self, load):
        """A heading that names another unit than the one chosen is told."""
        if load.unit_id.kind_id.role == "pemda":
            return
        ours = {source_key(load.unit_id.name), source_key(load.unit_id.code)}
        notes = [
            (table.id, table.identity["unit"])
            for table in load.table_ids
            if source_key((table.identity or {}).get("unit")) not in (ours | {""})
        ]
        for table_id, unit in notes:
            self.env["pemda.import.finding"]._write_findings(
                load,
                "check",
                SQL(
                    "SELECT %s AS table_id, NULL::integer AS number,"
                    " 'heading-names-other-unit' AS kind, 'note' AS severity,"
                    " NULL::text AS col,"
                    " jsonb_build_object('unit', %s::text) AS params",
                    table_id,
                    unit,
                ),
            )


def _literal(text):
    """A text for =ilike in which nothing is a wildcard."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _unit_fault(unit, day):
    if not unit.code:
        return "unit-without-code"
    begun = not unit.date_start or not day or unit.date_start <= day
    lasting = not unit.date_end or not day or unit.date_end >= day
    return None if begun and lasting else "unit-not-in-force"
