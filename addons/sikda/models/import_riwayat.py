from odoo import models
from odoo.tools import SQL

from odoo.addons.pemda_import.reader.text import compact
from odoo.addons.pemda_import.rules.source import source_key

from ..importing.units import UnitNames
from .import_pegawai_resolve import Catalogue, pair
from .sql_file import sql_file

# Histories by the layout of the sheet.
HISTORY_OF = {
    "riwayat_pendidikan": "pendidikan",
    "riwayat_jabatan": "jabatan",
    "penjagaan_kgb": "kgb",
}
TEXTS = (
    "nip", "nip_start", "name", "golongan", "jabatan", "jabatan_code", "eselon",
    "pendidikan", "pendidikan_code", "tingkat", "sekolah", "nomor_ijazah",
    "gelar_depan", "gelar_belakang", "pendidikan_cpns", "unit_code", "unit_name",
    "sk_nomor", "lama_nomor", "baru_nomor", "lama_masa_kerja", "baru_masa_kerja",
)  # fmt: skip
DATES = (
    "tmt_jabatan", "sk_tanggal", "tanggal_lulus", "lama_tmt", "lama_tanggal",
    "baru_tmt", "baru_tanggal",
)  # fmt: skip
NUMBERS = ("tahun_lulus", "lama_gaji", "baru_gaji")
LEFT_OUT = frozenset(
    {
        "lost-digits", "short-nip", "bad-nip", "missing-value", "date-in-identifier",
        "nip-unusable", "person-unknown", "tingkat-unknown", "kgb-incomplete",
        "tmt-missing", "tmt-far", "tmt-too-early", "unor-unknown",
    }
)  # fmt: skip


class ImportRiwayat(models.AbstractModel):
    """A sheet of a history becomes rows of it, for people found by their NIP.

    Nothing is overwritten: a row that stands already is passed over.
    """

    _name = "sikda.import.riwayat"
    _inherit = "sikda.import.pegawai"
    _description = "Histories of civil servants"

    _import_model = "sikda.riwayat"
    _import_sequence = 30

    def _tables(self):
        return tuple(f"sikda_riwayat_{name}" for name in HISTORY_OF.values())

    def _confirmable_kinds(self):
        return {"total-differs", "jabatan-unknown"} | LEFT_OUT

    def _source(self, load):
        source = super()._source(load)
        return "impor" if source == "siasn" else source

    def _finding_messages(self):
        _ = self.env._
        return {
            **super()._finding_messages(),
            "tingkat-unknown": _(
                "The level of education is not known. Say below which one is meant; "
                "with a reason the row is left out."
            ),
            "tmt-missing": _("No TMT. With a reason the row is left out."),
            "tmt-far": _(
                "The TMT lies before 1940 or more than a year ahead. Correct the file; "
                "with a reason the row is left out."
            ),
            "tmt-too-early": _(
                "By this TMT the person would have been younger than 15: it or the "
                "birth date in the register is wrong. Correct it; with a reason the "
                "row is left out."
            ),
            "unor-unknown": _(
                "The unit of the post is not known. Say below which one is meant; with "
                "a reason the post is entered without its unit."
            ),
            "kgb-incomplete": _(
                "A KGB needs its pay and masa kerja. With a reason the row is left out."
            ),
            "row-repeated": _("The same row stands above already; it is passed over."),
            "row-known": _(
                "%(count)s rows stand in the register already and are passed over."
            ),
        }

    def _prepare_answer(self, kind, source, target):
        if kind == "tingkat":
            level = self._levels().get(target) or self._levels().get(compact(target))
            if level:
                return level
        return super()._prepare_answer(kind, source, target)

    def _check(self, load):
        self.env.flush_all()
        rows = self._stage_rows(load)
        with self._set_plans():
            posts = self._resolve_posts(load, rows)
            levels = self._resolve_levels(load, rows)
            units = self._resolve_unor(load, rows)
            self._stage_histories(load, rows, posts, levels, units)
            self.env["pemda.import.finding"]._write_findings(
                load,
                "check",
                sql_file(
                    "import_riwayat_check",
                    work=self._work_table(load),
                    known=self._known(load),
                ),
            )
        self._ask(load, "jabatan", posts)
        self._ask(load, "tingkat", levels)
        self._ask_units(load, units)

    def _columns(self):
        return {
            **dict.fromkeys(TEXTS, "text"),
            **dict.fromkeys(DATES, "date"),
            **dict.fromkeys(NUMBERS, "numeric"),
        }

    def _row_marks(self, table):
        return SQL("%s AS history", HISTORY_OF.get(table.layout))

    def _known(self, load):
        return sql_file("import_riwayat_known", work=self._work_table(load))

    def _stage_histories(self, load, rows, posts, levels, units):
        work = self._work_table(load)
        self.env.cr.execute(SQL("DROP TABLE IF EXISTS %s", work))
        self.env.cr.execute(
            sql_file(
                "import_riwayat_stage",
                work=work,
                rows=rows,
                scope=list(self._scope(load)),
                post_texts=[text for text, _id, _count in posts],
                post_ids=[id_ for _text, id_, _count in posts],
                level_texts=[text for text, _id, _count in levels],
                level_ids=[id_ for _text, id_, _count in levels],
                unit_texts=[unit["text"] for unit in units],
                unit_ids=[unit["unit_id"] for unit in units],
                today=self.env.company.sudo()._pemda_today(),
            )
        )
        self.env.cr.execute(SQL("ANALYZE %s (row_id, employee_id)", work))

    def _resolve_posts(self, load, rows):
        """Posts by name, or by an id that a person has explained.

        :return: list of (text, id or None, rows)
        """
        text = SQL(
            "CASE WHEN history = 'jabatan' THEN coalesce(jabatan, jabatan_code) END"
        )
        answered = self._answers(load, "jabatan", "to_jabatan_id")
        catalogue = Catalogue(self.env)
        found = []
        for given, count in self._distinct(rows, text):
            if given:
                post = {"code": given, "name": given, "jenis": None, "eselon_id": None}
                id_ = answered.get(source_key(given)) or catalogue.find(post)
                found.append((given, id_, count))
        return found

    def _resolve_levels(self, load, rows):
        text = SQL(
            "CASE WHEN history = 'pendidikan'"
            " THEN coalesce(tingkat, pendidikan, pendidikan_code) END"
        )
        answered = self._answers(load, "tingkat", "to_tingkat_id")
        known = self._levels()
        return [
            (
                given,
                answered.get(source_key(given))
                or known.get(compact(given))
                or known.get(compact(given.split()[0])),
                count,
            )
            for given, count in self._distinct(rows, text)
            if given
        ]

    def _resolve_unor(self, load, rows):
        """Units of the posts, by code and by name; both have to mean the same one.

        A person may have held a post anywhere in the pemda, so all units count.

        :return: list of dict, see ``_resolve_units``
        """
        names = UnitNames(self._unit_records())
        answered = self._answers(load, "unit", "to_unit_id")
        text = SQL(
            "CASE WHEN history = 'jabatan' THEN %s END", pair("unit_code", "unit_name")
        )
        units = []
        for given, count in self._distinct(rows, text):
            if not (given or "").strip("|"):
                continue
            parts = [source_key(part) for part in given.split("|", 1)]
            whole = source_key(" · ".join(filter(None, parts)))
            known = [answered.get(key) or names.find(key) for key in parts if key]
            meant = {unit_id for unit_id in known if unit_id}
            unit_id = answered.get(whole) or (meant.pop() if len(meant) == 1 else None)
            units.append(
                {
                    "text": given,
                    "source": whole,
                    "unit_id": unit_id,
                    "fault": None if unit_id else "unit-unknown",
                    "rows": count,
                    "near": names.nearest(parts[-1]) if parts[-1] else None,
                }
            )
        return units

    def _ask(self, load, kind, texts):
        self._write_questions(
            load,
            kind,
            [
                {
                    "source": source_key(text),
                    "row_count": count,
                    **({"jabatan_vals": {"name": text}} if kind == "jabatan" else {}),
                }
                for text, id_, count in texts
                if not id_
            ],
        )

    def _load(self, load):
        """Insert what is new; the rest was told by the checks.

        :return: how many rows of histories
        """
        work = self._work_table(load)
        wanted = SQL(
            """
            SELECT work.* FROM %(work)s AS work
             WHERE employee_id IS NOT NULL AND in_scope AND NOT twin
               AND NOT coalesce(tmt_far OR tmt_too_early, FALSE)
               AND NOT EXISTS (
                       SELECT 1 FROM (%(known)s) AS known
                        WHERE known.row_id = work.row_id AND known.part = work.part)
             ORDER BY table_id, number
            """,
            work=work,
            known=self._known(load),
        )
        count = 0
        with self._set_plans():
            for history in sorted(HISTORY_OF.values()):
                self.env.cr.execute(
                    sql_file(
                        f"import_riwayat_{history}",
                        wanted=wanted,
                        source=self._source(load),
                        **self._stamp(load),
                    )
                )
                count += self.env.cr.rowcount
        self.env.cr.execute(
            SQL("SELECT DISTINCT employee_id FROM %s WHERE in_scope", work)
        )
        people = [id_ for (id_,) in self.env.cr.fetchall()]
        self.env.invalidate_all()
        self.env["hr.employee"].sudo().browse(people)._project()
        return count

    def _result_action(self, load):
        history = HISTORY_OF.get(load.table_ids[:1].layout, "jabatan")
        return {
            "type": "ir.actions.act_window",
            "name": load.filename,
            "res_model": f"sikda.riwayat.{history}",
            "views": [(False, "list"), (False, "form")],
            "domain": [("import_load_id", "=", load.id)],
        }

    def _undo(self, load, reason):
        """Withdraw the rows of the load from the histories."""
        count = sum(
            self.env[name].sudo().search_count([("import_load_id", "=", load.id)])
            for name in self.env["sikda.riwayat"]._import_histories()
        )
        nobody = self.env["hr.employee"].sudo()
        self._check_unused(load, nobody)
        self._check_undo_scope(self._people_of(load))
        self._withdraw(load, reason)._project()
        return count
