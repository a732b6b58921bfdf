import contextlib
import csv
import functools

from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL
from odoo.tools.misc import file_open

from odoo.addons.pemda_import.reader.codes import P17, read_code
from odoo.addons.pemda_import.rules.source import source_key

from ..importing.codes import candidate_prefix
from ..rules.kode import LEAF_LEVEL, level_of
from .import_asset import CHECKED_FIELDS, MAX_ITEMS_PER_ROW, PSEUDO_FIELDS
from .sql_file import sql_file

# Numbers that only one thing can have. One certificate may cover several plots.
IDENTIFYING_FIELDS = {
    "nomor_rangka": "error",
    "nomor_mesin": "error",
    "nomor_polisi": "error",
    "nomor_sertifikat": "note",
}
MAX_INTEGER = 2**31 - 1


class ImportAsset(models.AbstractModel):
    """Checking the staged rows, in sets."""

    _inherit = "sipbd.import.asset"

    def _work_table(self, load):
        return SQL.identifier(f"sipbd_import_{load.id}")

    def _is_prepared(self, load):
        self.env.cr.execute(
            SQL("SELECT to_regclass(%s)", f"pg_temp.sipbd_import_{load.id}")
        )
        return bool(self.env.cr.fetchone()[0])

    def _check(self, load):
        self.env.flush_all()
        codes = self._resolve_codes(load)
        units = self._resolve_units(load)
        with self._set_plans():
            self._stage(load, codes, units)
            self._write_faults(load)
        self._write_number_faults(load)
        self._ask_codes(load, codes)
        self._ask_units(load, units)

    @contextlib.contextmanager
    def _set_plans(self):
        """Plan for sets: rows staged a moment ago are in no statistics yet.

        The planner takes them for a handful and would look up every text of a file
        by going through all of them, row by row.
        """
        self.env.cr.execute("SET LOCAL enable_nestloop TO off")
        yield
        self.env.cr.execute("SET LOCAL enable_nestloop TO on")

    # Codes ------------------------------------------------------------------------

    def _resolve_codes(self, load):
        """What the code texts of a load stand for.

        :return: list of dict: table_id, text, source (key of the mapping), kode_id,
            fault, sample (a name beside it), kib, rows
        """
        names = ("table_id", "text", "sample", "kib", "rows")
        codes = [
            dict(zip(names, row, strict=True))
            for table in load.table_ids
            for row in self.env.execute_query(
                SQL(
                    """
                    SELECT row.table_id, coalesce(%s, ''), min(%s), %s, count(*)
                      FROM pemda_import_row AS row
                     WHERE row.table_id = %s
                     GROUP BY 1, 2
                    """,
                    self._staged(table, "kode"),
                    self._staged(table, "name"),
                    table.kib or "",
                    table.id,
                )
            )
        ]
        for code in codes:
            code["book"], code["source"] = _read_code(code["text"])
        known = self._known_codes({code["source"] for code in codes})
        answered = self._answers(load, "kode", "to_kode_id")
        for code in codes:
            kode_id, fault = self._resolve_code(code, known, answered)
            code["kode_id"], code["fault"] = kode_id, fault
        return codes

    def _known_codes(self, sources):
        """{code: (id, is an asset's)} of the list, for codes of the new book."""
        kodes = self.env["sipbd.kode"].search_fetch(
            [("code", "in", list(sources))], ["code", "kib", "level"]
        )
        return {
            kode.code: (kode.id, kode.kib not in (False, "SEDIA")) for kode in kodes
        }

    def _resolve_code(self, code, known, answered):
        source = code["source"]
        if not source:
            return None, "code-missing"
        if source in answered:
            return answered[source], None
        if code["book"] == P17:
            return None, "code-old"
        if source not in known:
            return None, "code-unknown"
        if level_of(source) != LEAF_LEVEL:
            return None, "code-not-lowest"
        kode_id, is_asset = known[source]
        return (kode_id, None) if is_asset else (None, "code-not-asset")

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

    def _ask_codes(self, load, codes):
        """One question per code that is in no list, with likely answers."""
        asked = {}
        for code in codes:
            if code["fault"] not in ("code-old", "code-unknown"):
                continue
            question = asked.setdefault(code["source"], {**code, "rows": 0})
            question["rows"] += code["rows"]
        if not asked:
            return
        suggestions = self._suggest_codes(asked)
        self._write_questions(
            load,
            "kode",
            [
                {
                    "source": source,
                    "sample": code["sample"],
                    "row_count": code["rows"],
                    "suggestions": suggestions.get(source, []),
                }
                for source, code in asked.items()
            ],
        )

    def _suggest_codes(self, asked):
        """Candidates by likeness of the names: {source: [{id, name}]}."""
        variants = _variant_names()
        self.env.cr.execute(
            sql_file(
                "import_suggest",
                sources=list(asked),
                samples=[
                    code["sample"] or variants.get(source) or ""
                    for source, code in asked.items()
                ],
                kibs=[code["kib"] or "" for code in asked.values()],
                prefixes=[
                    candidate_prefix(code["book"], source) or "-"
                    for source, code in asked.items()
                ],
            )
        )
        return dict(self.env.cr.fetchall())

    def _write_questions(self, load, kind, questions):
        self.env["pemda.import.question"].sudo().create(
            [{**question, "load_id": load.id, "kind": kind} for question in questions]
        )

    # Units ------------------------------------------------------------------------

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
            for row in self.env.execute_query(
                SQL(
                    """
                    SELECT row.table_id, coalesce(%s, ''), coalesce(%s, ''),
                           coalesce(%s, ''), count(*)
                      FROM pemda_import_row AS row
                     WHERE row.table_id = %s
                     GROUP BY 1, 2, 3, 4
                    """,
                    self._staged(table, "unit_code"),
                    self._staged(table, "kode_lokasi"),
                    self._staged(table, "unit_name"),
                    table.id,
                )
            )
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
        units = self.env["hr.department"].sudo()
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
        passes by the record rules, so this is the rule.
        """
        domain = [("id", "child_of", load.unit_id.id)]
        allowed = self._import_units()
        if allowed is not None:
            domain.append(("id", "child_of", allowed))
        units = (
            self.env["hr.department"]
            .sudo()
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

    # Rows -------------------------------------------------------------------------

    def _stage(self, load, codes, units):
        """Make the working table of the load; gone when the transaction ends."""
        work = self._work_table(load)
        record = self._record_fields(load)
        self.env.cr.execute(SQL("DROP TABLE IF EXISTS %s", work))
        self.env.cr.execute(
            sql_file(
                "import_stage",
                work=work,
                fields=SQL(", ").join(
                    SQL("row.%s", SQL.identifier(name)) for name in record
                ),
                rows=SQL(" UNION ALL ").join(
                    self._staged_rows(table, record) for table in load.table_ids
                ),
                code_tables=[code["table_id"] for code in codes],
                code_texts=[code["text"] for code in codes],
                code_ids=[code["kode_id"] for code in codes],
                code_faults=[code["fault"] for code in codes],
                unit_tables=[unit["table_id"] for unit in units],
                unit_codes=[unit["code"] for unit in units],
                unit_lokasis=[unit["lokasi"] for unit in units],
                unit_names=[unit["name"] for unit in units],
                unit_ids=[unit["unit_id"] for unit in units],
                unit_faults=[unit["fault"] for unit in units],
            )
        )
        # Enough for the planner to know the size; statistics of 30 columns cost more
        # than the checks.
        self.env.cr.execute(SQL("ANALYZE %s (row_id, kode_id, unit_id)", work))

    def _staged(self, table, name):
        """SQL of the text of one field of a staged row; NULL when it has none."""
        names = table.field_names or []
        if name not in names:
            return SQL("NULL::text")
        return SQL("row.data->>%s", names.index(name))

    def _staged_rows(self, table, record):
        """SQL of the rows of one table with their values in typed columns."""
        columns = [
            SQL(
                "(%s)::%s AS %s",
                self._staged(table, name),
                SQL(kind),
                SQL.identifier(name),
            )
            for name, kind in record.items()
        ]
        return SQL(
            "SELECT row.id, row.table_id, row.number, %s AS sheet_kib, %s"
            " FROM pemda_import_row AS row WHERE row.table_id = %s",
            table.kib or None,
            SQL(", ").join(columns),
            table.id,
        )

    def _record_fields(self, load):
        """Fields of the staged rows with their SQL types."""
        columns = self._asset_columns()
        given = {name for table in load.table_ids for name in table.field_names or []}
        wanted = [*CHECKED_FIELDS, *sorted(given.intersection(columns))]
        return PSEUDO_FIELDS | {name: columns[name] for name in wanted}

    def _write_faults(self, load):
        work = self._work_table(load)
        today = self.env.company.sudo()._pemda_today()
        findings = self.env["pemda.import.finding"]
        queries = [
            sql_file(
                "import_check", work=work, today=today, max_items=MAX_ITEMS_PER_ROW
            ),
            *self._range_queries(load, work),
        ]
        findings._write_findings(load, "check", SQL(" UNION ALL ").join(queries))
        self._note_headings(load)
        self._note_code_names(load, work)

    def _range_queries(self, load, work):
        """Values that their column cannot hold, and unknown words of a selection."""
        asset_fields = self.env["sipbd.asset"]._fields
        for name in self._record_fields(load):
            field = asset_fields.get(name)
            if name in PSEUDO_FIELDS or field is None:
                continue
            column = SQL.identifier(name)
            if field.type == "selection":
                allowed = [
                    value for value, _label in field._description_selection(self.env)
                ]
                kind, fault = "value-not-allowed", SQL("%s <> ALL(%s)", column, allowed)
            elif field.type == "integer" and name != "tahun_perolehan":
                kind = "number-too-big"
                fault = SQL("abs(%s) > %s", column, MAX_INTEGER)
            elif field.type == "date":
                kind, fault = "date-implausible", SQL("%s < '1900-01-01'", column)
            else:
                continue
            yield SQL(
                "SELECT table_id, number, %s, 'error', %s, NULL::jsonb FROM %s"
                " WHERE %s",
                kind,
                name,
                work,
                fault,
            )

    def _write_number_faults(self, load):
        work = self._work_table(load)
        given = self._record_fields(load)
        for name, severity in IDENTIFYING_FIELDS.items():
            if name not in given:
                continue
            query = sql_file(
                "import_check_number",
                work=work,
                field=SQL.identifier(name),
                column=name,
                severity=severity,
            )
            self.env["pemda.import.finding"]._write_findings(load, "check", query)

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

    def _note_code_names(self, load, work):
        """Names that a code has in another published list, but not in ours."""
        names = _variant_names()
        self.env["pemda.import.finding"]._write_findings(
            load,
            "check",
            SQL(
                """
                SELECT work.table_id, work.number, 'code-name-differs' AS kind,
                       'note' AS severity, 'kode' AS col, NULL::jsonb AS params
                  FROM %s AS work
                  JOIN sipbd_kode AS kode ON kode.id = work.kode_id
                  JOIN unnest(%s::text[], %s::text[]) AS variant (code, name)
                    ON variant.code = kode.code
                   AND lower(variant.name) = lower(work.name)
                 WHERE lower(kode.name) <> lower(work.name)
                """,
                work,
                list(names),
                list(names.values()),
            ),
        )

    def _prepare_answer(self, kind, source, target):
        if kind == "kode":
            kode = self.env["sipbd.kode"].search(
                [("code", "=", _read_code(target)[1]), ("level", "=", LEAF_LEVEL)]
            )
            if not kode:
                raise UserError(self.env._("There is no code %(code)s.", code=target))
            return kode.id
        unit = self.env["hr.department"].search([("code", "=", target)])
        if len(unit) != 1:
            raise UserError(self.env._("There is no unit %(code)s.", code=target))
        return unit.id


def _read_code(text):
    """Book and spelling of a code; the text itself when it is none."""
    code = read_code(text) if text else None
    return (code.book, code.text) if code else (None, (text or "").strip())


@functools.cache
def _variant_names():
    """Names of the second published list of codes: {code: name}.

    It is for matching only: systems reused its numbers for other goods.
    """
    with file_open("sipbd/data/kodefikasi_bmd_108_varian.csv", "r") as variants:
        return {row["code"]: row["name"] for row in csv.DictReader(variants)}


def _literal(text):
    """A text for =ilike in which nothing is a wildcard."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _unit_fault(unit, day):
    if not unit.code:
        return "unit-without-code"
    begun = not unit.date_start or not day or unit.date_start <= day
    lasting = not unit.date_end or not day or unit.date_end >= day
    return None if begun and lasting else "unit-not-in-force"
