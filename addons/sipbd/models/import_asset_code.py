import csv
import functools

from odoo import models
from odoo.tools import SQL
from odoo.tools.misc import file_open

from odoo.addons.pemda_import.reader.codes import P17, read_code

from ..importing.codes import candidate_prefix
from ..rules.kode import LEAF_LEVEL, level_of
from .sql_file import sql_file


class ImportAsset(models.AbstractModel):
    """Codes of goods: of the list, answered earlier, or to be asked about."""

    _inherit = "sipbd.import.asset"

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
            code["book"], code["source"] = spelt(code["text"])
        known = self._known_codes({code["source"] for code in codes})
        answered = self._asset_codes(self._answers(load, "kode", "to_kode_id"))
        for code in codes:
            kode_id, fault = self._resolve_code(code, known, answered)
            code["kode_id"], code["fault"] = kode_id, fault
        return codes

    def _known_codes(self, sources):
        """{code: (id, is an asset's)} of the list, for codes of the new book."""
        kodes = self.env["sipbd.kode"].with_context(active_test=True)
        kodes = kodes.search_fetch(
            [("code", "in", list(sources))], ["code", "kib", "level"]
        )
        return {
            kode.code: (kode.id, kode.kib not in (False, "SEDIA")) for kode in kodes
        }

    def _asset_codes(self, answered):
        """Of the answers those that are codes of assets; the others are asked again."""
        kodes = self.env["sipbd.kode"].with_context(active_test=True)
        kodes = kodes.search(
            [
                ("id", "in", list(answered.values())),
                ("level", "=", LEAF_LEVEL),
                ("kib", "not in", (False, "SEDIA")),
            ]
        )
        ids = set(kodes.ids)
        return {source: id_ for source, id_ in answered.items() if id_ in ids}

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

    def _note_code_names(self, load, codes):
        """Names that a code has in another published list, but not in ours."""
        names = _variant_names()
        kodes = self.env["sipbd.kode"].browse(
            {code["kode_id"] for code in codes if code["kode_id"]}
        )
        doubtful = [kode for kode in kodes if kode.code in names]
        if not doubtful:
            return
        self.env["pemda.import.finding"]._write_findings(
            load,
            "check",
            SQL(
                """
                SELECT work.table_id, work.number, 'code-name-differs' AS kind,
                       'note' AS severity, 'kode' AS col, NULL::jsonb AS params
                  FROM %s AS work
                  JOIN unnest(%s::integer[], %s::text[]) AS variant (kode_id, name)
                    ON variant.kode_id = work.kode_id
                   AND lower(variant.name) = lower(work.name)
                 WHERE work.kode_name <> work.name
                   AND lower(work.kode_name) <> lower(work.name)
                """,
                self._work_table(load),
                [kode.id for kode in doubtful],
                [names[kode.code] for kode in doubtful],
            ),
        )


def spelt(text):
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
