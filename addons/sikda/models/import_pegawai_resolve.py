from odoo import models
from odoo.exceptions import UserError
from odoo.tools import SQL

from odoo.addons.pemda_import.reader.text import compact
from odoo.addons.pemda_import.rules.source import source_key

from ..importing.training import kind_of_training
from ..importing.units import UnitNames

# Spellings of lists for levels of education, by their code.
LEVELS = {
    "05": "sd", "10": "sltp smp", "15": "slta sma smk smasmk", "20": "di d1",
    "25": "dii d2", "30": "diii d3", "35": "div d4", "40": "s1 sarjana",
    "42": "profesi", "45": "s2", "47": "spesialis", "50": "s3",
}  # fmt: skip
KINDS_OF_POST = {
    "1": "struktural", "2": "fungsional", "4": "pelaksana",
    "struktural": "struktural", "jabatanstruktural": "struktural",
    "fungsional": "fungsional", "jabatanfungsional": "fungsional",
    "fungsionaltertentu": "fungsional", "jabatanfungsionaltertentu": "fungsional",
    "jft": "fungsional", "jf": "fungsional", "pelaksana": "pelaksana",
    "jabatanpelaksana": "pelaksana", "fungsionalumum": "pelaksana",
    "jabatanfungsionalumum": "pelaksana", "jfu": "pelaksana",
}  # fmt: skip


def pair(code, name):
    """SQL of a code and its name in the file as one text."""
    return SQL(
        "coalesce(%s, '') || '|' || coalesce(%s, '')",
        SQL.identifier(code),
        SQL.identifier(name),
    )


class ImportPegawai(models.AbstractModel):
    """What the texts of the file stand for: codes, posts and units."""

    _inherit = "sikda.import.pegawai"

    def _no_answer_error(self, target):
        return UserError(
            self.env._("There is no “%(target)s” in this register.", target=target)
        )

    def _distinct(self, rows, *columns):
        """Distinct texts of the staged rows with how many rows have them."""
        names = SQL(", ").join(columns)
        self.env.cr.execute(
            SQL("SELECT %s, count(*) FROM %s AS row GROUP BY %s", names, rows, names)
        )
        return self.env.cr.fetchall()

    def _resolve_codes(self, rows):
        """Codes of the published lists: {field: {text of the file: id}}.

        The code goes before the name.
        """
        lists = {
            "agama": self._referensi("agama"),
            "status_kawin": self._referensi("status_kawin"),
            "jenis_pegawai": self._referensi("jenis_pegawai"),
            "kedudukan_hukum": self._by_code_and_name("sikda.kedudukan.hukum"),
            "tingkat": self._levels(),
            "eselon": self._eselons(),
        }
        found = {}
        for field, known in lists.items():
            texts = self._distinct(rows, pair(f"{field}_code", field))
            found[field] = {}
            for text, _count in texts:
                code, _sep, name = text.partition("|")
                found[field][text] = known.get(code) or known.get(compact(name))
        return found

    def _referensi(self, kind):
        return self._by_code_and_name("sikda.referensi", [("kind", "=", kind)])

    def _by_code_and_name(self, model, domain=()):
        records = self.env[model].with_context(active_test=False).search(list(domain))
        return {
            **{compact(record.name): record.id for record in records},
            **{record.code: record.id for record in records},
        }

    def _levels(self):
        known = self._by_code_and_name("sikda.pendidikan.tingkat")
        short = {
            compact(level.singkatan): level.id
            for level in self.env["sikda.pendidikan.tingkat"].search([])
            if level.singkatan
        }
        spellings = {
            word: known[code]
            for code, words in LEVELS.items()
            for word in words.split()
            if code in known
        }
        return {**spellings, **short, **known}

    def _eselons(self):
        known = self._by_code_and_name("sikda.eselon")
        known.pop("99", None)
        return known

    def _resolve_trainings(self, rows):
        """Trainings that the file names: list of (text, jenis, id of the leadership
        training or None)."""
        codes = {
            record.code: record.id
            for record in self.env["sikda.referensi"].search(
                [("kind", "=", "latihan_struktural")]
            )
        }
        trainings = []
        for text, _count in self._distinct(rows, SQL("latihan")):
            if text:
                jenis, code = kind_of_training(text)
                trainings.append((text, jenis, codes.get(code)))
        return trainings

    # Posts ------------------------------------------------------------------------

    def _resolve_jabatan(self, load, rows, eselons):
        """The posts that the file names.

        :return: list of dict: text (key in the working table), name, jenis,
            eselon_id, source (key of the mapping), jabatan_id, rows
        """
        columns = (
            SQL("coalesce(jabatan, '')"),
            pair("jenis_jabatan_code", "jenis_jabatan"),
            pair("eselon_code", "eselon"),
        )
        ids = SQL("CASE WHEN count(DISTINCT jabatan_siasn_id) = 1"
                  " THEN min(jabatan_siasn_id) END")  # fmt: skip
        self.env.cr.execute(
            SQL(
                "SELECT %(columns)s, %(ids)s, count(*) FROM %(rows)s AS row"
                " WHERE coalesce(jabatan, '') <> '' GROUP BY %(columns)s",
                columns=SQL(", ").join(columns),
                ids=ids,
                rows=rows,
            )
        )
        posts = [self._post(*row, eselons=eselons) for row in self.env.cr.fetchall()]
        answered = self._answers(load, "jabatan", "to_jabatan_id")
        catalogue = Catalogue(self.env)
        for post in posts:
            post["jabatan_id"] = answered.get(post["source"]) or catalogue.find(post)
        return posts

    def _post(self, name, kind, eselon, siasn_id, count, eselons):
        code, _sep, word = kind.partition("|")
        jenis = KINDS_OF_POST.get(code) or KINDS_OF_POST.get(compact(word))
        eselon_id = eselons.get(eselon) or None
        if jenis is None and eselon_id:
            jenis = "struktural"
        if jenis != "struktural":
            eselon_id = None
        level = self.env["sikda.eselon"].browse(eselon_id).name if eselon_id else None
        return {
            "text": "|".join((name, kind, eselon)),
            "name": name,
            "jenis": jenis,
            "eselon_id": eselon_id,
            "code": siasn_id,
            "rows": count,
            "source": source_key(" · ".join(filter(None, (name, jenis, level)))),
        }

    def _ask_jabatan(self, load, posts):
        asked = {}
        for post in posts:
            if not post["jabatan_id"]:
                question = asked.setdefault(post["source"], {**post, "rows": 0})
                question["rows"] += post["rows"]
        if not asked:
            return
        levels = self._jenjang_names()
        labels = dict(
            self.env["sikda.jabatan"]._fields["jenis"]._description_selection(self.env)
        )
        self._write_questions(
            load,
            "jabatan",
            [
                {
                    "source": source,
                    "sample": labels.get(post["jenis"]),
                    "row_count": post["rows"],
                    "jabatan_vals": self._post_vals(post, levels),
                }
                for source, post in asked.items()
            ],
        )

    def _post_vals(self, post, levels):
        vals = {
            "name": post["name"],
            "jenis": post["jenis"],
            "eselon_id": post["eselon_id"],
            "code": post["code"],
        }
        if post["jenis"] == "fungsional":
            name = post["name"].casefold()
            vals["jenjang_id"] = next(
                (id_ for level, id_ in levels if name.endswith(level)), None
            )
        return vals

    def _jenjang_names(self):
        """Names of the levels of functional posts, the longest first."""
        levels = self.env["sikda.jenjang"].search([])  # pylint: disable=no-search-all
        return sorted(
            ((f" {level.name.casefold()}", level.id) for level in levels),
            key=lambda item: -len(item[0]),
        )

    # Units ------------------------------------------------------------------------

    def _resolve_units(self, load, rows):
        """What the rows say about the unit.

        SIASN names a unit with those above it, "SUB BAGIAN - BIDANG - DINAS": each
        name has to be known below the next one, else the whole text is asked about.

        :return: list of dict: text, source, unit_id, fault, rows
        """
        text = SQL("concat_ws(' - ', sub_unit_name, unit_name)")
        names = UnitNames(self._unit_records())
        scope = self._scope(load)
        answered = self._answers(load, "unit", "to_unit_id")
        units = []
        for given, count in self._distinct(rows, text):
            source = source_key(given)
            unit_id, fault = self._resolve_unit(load, source, answered, names, scope)
            units.append(
                {
                    "text": given,
                    "source": source,
                    "unit_id": unit_id,
                    "fault": fault,
                    "rows": count,
                    "near": names.nearest(source),
                }
            )
        return units

    def _unit_records(self):
        units = self.env["hr.department"].sudo().with_context(active_test=True)
        return [
            (unit.id, unit.parent_id.id, unit.code, source_key(unit.name))
            for unit in units.search_fetch([], ["code", "name", "parent_id"])
        ]

    def _resolve_unit(self, load, source, answered, names, scope):
        if source:
            unit_id = answered.get(source) or names.find(source)
        elif load.unit_id.kind_id.role == "pemda":
            return None, "unit-missing"
        else:
            unit_id = load.unit_id.id
        if not unit_id:
            return None, "unit-unknown"
        return (unit_id, None) if unit_id in scope else (None, "unit-out-of-scope")

    def _scope(self, load):
        """Units that rows may go into: under the load's and an office of the user.

        SQL passes by the record rules, so this is the rule.
        """
        domain = [("id", "child_of", load.unit_id.id)]
        allowed = self._import_units()
        if allowed is not None:
            domain.append(("id", "child_of", allowed))
        units = self.env["hr.department"].sudo().with_context(active_test=True)
        return set(units.search(domain).ids)

    def _ask_units(self, load, units):
        departments = self.env["hr.department"].sudo()
        self._write_questions(
            load,
            "unit",
            [
                {
                    "source": unit["source"],
                    "row_count": unit["rows"],
                    "suggestions": [
                        {"id": near.id, "name": near.name}
                        for near in departments.browse(unit["near"] or [])
                    ],
                }
                for unit in units
                if unit["fault"] == "unit-unknown"
            ],
        )


class Catalogue:
    """The posts of the catalogue by SIASN id and by name."""

    def __init__(self, env):
        posts = env["sikda.jabatan"].search_fetch(
            [], ["name", "code", "jenis", "eselon_id"]
        )
        self.by_code = {post.code: post.id for post in posts if post.code}
        self.by_name = {}
        for post in posts:
            self.by_name.setdefault(source_key(post.name), []).append(
                (post.id, post.jenis, post.eselon_id.id)
            )

    def find(self, post):
        """The one post that the file can mean, or None."""
        if post["code"] in self.by_code:
            return self.by_code[post["code"]]
        fitting = [
            id_
            for id_, jenis, eselon in self.by_name.get(source_key(post["name"]), ())
            if (not post["jenis"] or jenis == post["jenis"])
            and (not post["eselon_id"] or eselon == post["eselon_id"])
        ]
        return fitting[0] if len(fitting) == 1 else None
