"""Private fields of people go by the unit: whoever holds two offices sees them in one.

Budi works where the sign-in is operator, Wati where it only reads.
"""

import json

from odoo.exceptions import AccessError, UserError
from odoo.tests import JsonRpcException, tagged
from odoo.tools import mute_logger

from ..models.access import PRIVATE
from .common import PersonnelCase, PersonnelHttpCase

# Of hr.employee: name -> value of Budi, of Wati.
VALUES = {
    "nik": ("3514010170000001", "3514020285000001"),
    "npwp": ("111111111111", "222222222222"),
    "bpjs": ("0001111111111", "0002222222222"),
    "golongan_darah": ("A", "B"),
    "karis_karsu": ("K111", "K222"),
    "taspen": ("T111", "T222"),
    "gaji_pokok": (3_111_111, 3_222_222),
}


class TwoOfficesMixin:
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.two = cls.make_user("dua_jabatan", "operator_kepegawaian", cls.opd_a)
        cls.appoint(cls.two, "kepala_opd", cls.opd_b)
        for place, person in enumerate((cls.budi, cls.wati)):
            person.write(
                {
                    name: values[place]
                    for name, values in VALUES.items()
                    if name != "gaji_pokok"
                }
            )
            for history in ("kgb", "keluarga"):
                cls.add_row(person, history, **cls.row_of(history, place))
            person.riwayat_pangkat_ids.gaji = VALUES["gaji_pokok"][place]
        cls.both = cls.budi | cls.wati
        cls.env.flush_all()

    @classmethod
    def row_of(cls, history, place):
        if history == "keluarga":
            return {"hubungan": "anak", "nama": "Anak"}
        pay = VALUES["gaji_pokok"][place]
        return {"tmt": "2025-01-01", "mkg_tahun": 10, "gaji": pay}

    def of(self, user, model="hr.employee"):
        self.env.invalidate_all()
        return self.env[model].with_user(user)


@tagged("post_install", "-at_install")
class TestPrivateByUnit(TwoOfficesMixin, PersonnelCase):
    def people(self, user=None):
        return self.of(user or self.two).browse(self.both.ids)

    def test_read(self):
        """Every way to read both gives what is Budi's and blanks what is Wati's."""
        spec = {name: {} for name in VALUES}
        in_both = [("id", "in", self.both.ids)]
        people = self.of(self.two)
        ways = {
            "read": lambda: self.people().read(list(VALUES)),
            "web_read": lambda: self.people().web_read(spec),
            "search_read": lambda: people.search_read(in_both, list(VALUES)),
            "web_search_read": lambda: people.web_search_read(in_both, spec)["records"],
        }
        for way, call in ways.items():
            self.env.invalidate_all()
            rows = {row["id"]: row for row in call()}
            for name, (budi, _wati) in VALUES.items():
                with self.subTest(f"{way} {name}"):
                    self.assertEqual(rows[self.budi.id][name], budi)
                    self.assertFalse(rows[self.wati.id][name])

    def test_order_of_the_rows_is_kept(self):
        ids = [self.wati.id, self.budi.id]
        people = self.of(self.two).browse(ids)
        for rows in (people.read(["nik"]), people.web_read({"nik": {}})):
            self.assertEqual([row["id"] for row in rows], ids)

    def test_the_page_opens_and_says_why(self):
        """What is not private is there, and so are the histories that go by rules."""
        spec = {
            "name": {},
            "nik": {},
            "riwayat_pangkat_ids": {"fields": {"sk_nomor": {}, "gaji": {}}},
            "riwayat_keluarga_ids": {"fields": {"nama": {}}},
            "private_closed": {},
        }
        (page,) = self.of(self.two).browse(self.wati.id).web_read(spec)
        self.assertEqual(page["name"], "Wati Uji")
        self.assertEqual(len(page["riwayat_pangkat_ids"]), 1)
        self.assertFalse(page["riwayat_pangkat_ids"][0]["gaji"])
        self.assertEqual(page["riwayat_keluarga_ids"], [])
        self.assertTrue(page["private_closed"])
        (page,) = self.of(self.two).browse(self.budi.id).web_read(spec)
        self.assertEqual(page["riwayat_pangkat_ids"][0]["gaji"], 3_111_111)
        self.assertFalse(page["private_closed"])

    def test_every_private_field(self):
        """Also those that somebody will add, of Odoo's own as well."""
        private = {
            model: [
                name
                for name, field in self.env[model]._fields.items()
                if PRIVATE in (field.groups or "").split(",")
            ]
            for model in self._models_of_people()
        }
        self.assertGreater(len(private["hr.employee"]), 10)
        for model, names in private.items():
            for name in names:
                with self.subTest(f"{model} {name}"):
                    record = self._record_of(self.wati, model)
                    if record:
                        field = record._fields[name]
                        self.assertFalse(record._has_field_access(field, "read"))
                        self.assertFalse(record.read([name])[0][name])
                    own = self._record_of(self.budi, model)
                    if own:
                        self.assertTrue(
                            own._has_field_access(own._fields[name], "read")
                        )

    def _models_of_people(self):
        return [
            name
            for name, model in self.env.registry.items()
            if not model._abstract
            and any(
                PRIVATE in (field.groups or "").split(",")
                for field in model._fields.values()
            )
        ]

    def _record_of(self, person, model):
        records = self.of(self.two, model)
        if model == "hr.employee":
            return records.browse(person.id)
        if not records.has_access("read"):
            return records
        return records.search([("employee_id", "=", person.id)], limit=1)

    def test_models_with_private_fields_go_by_the_unit(self):
        by_unit = self.env.registry["sikda.by.unit"]
        for model in ("hr.employee", "hr.version", *self._models_of_people()):
            if self.env[model]._transient:
                continue
            with self.subTest(model):
                self.assertTrue(issubclass(self.env.registry[model], by_unit))

    def test_search(self):
        for name, (budi, wati) in VALUES.items():
            for path in (name, *self._paths(name)):
                for operator, value, found in (
                    ("=", wati, False),
                    ("in", [wati], False),
                    ("!=", False, True),
                    ("=", budi, True),
                ):
                    with self.subTest(f"{path} {operator} {value}"):
                        domain = [(path, operator, value), ("id", "in", self.both.ids)]
                        people = self.of(self.two).search(domain)
                        self.assertEqual(
                            people, self.budi if found else people.browse()
                        )
        for domain in ([("nik", "=like", "3514%")], [("gaji_pokok", ">", 1)]):
            people = self.of(self.two).search([*domain, ("id", "in", self.both.ids)])
            self.assertEqual(people, self.budi)
        pay = self.of(self.two, "hr.version").search([("gaji_pokok", ">", 1)])
        self.assertIn(self.budi.version_id, pay)
        self.assertNotIn(self.wati.version_id, pay)

    def _paths(self, name):
        if name == "gaji_pokok":
            return [f"{via}.{name}" for via in ("version_id", "current_version_id")]
        return []

    def test_a_negated_search_tells_nothing(self):
        """Whatever the value of Wati is, the answer about her is the same."""
        for name, (_budi, wati) in VALUES.items():
            answers = set()
            for value in (wati, self._other(wati)):
                for domain in (
                    [(name, "!=", value)],
                    ["!", (name, "=", value)],
                    [(name, "not in", [value])],
                ):
                    found = self.of(self.two).search(domain)
                    answers.add(self.wati in found)
            with self.subTest(name):
                self.assertEqual(len(answers), 1)

    def _other(self, value):
        return value + 1 if isinstance(value, int) else value[:-1] + "9"

    def test_no_model_leads_to_a_private_value(self):
        asked = {"nik": VALUES["nik"], "gaji_pokok": VALUES["gaji_pokok"]}
        tried, found_own = set(), 0
        for model in self.env.registry:
            records = self.env[model].with_user(self.two)
            if records._abstract or not records.has_access("read"):
                continue
            for relation, field in records._fields.items():
                if field.comodel_name not in ("hr.employee", "hr.version"):
                    continue
                for name, (budi, wati) in asked.items():
                    if name not in self.env[field.comodel_name]._fields:
                        continue
                    with self.subTest(f"{model} {relation}.{name}"):
                        tried.add(model)
                        self.assertFalse(self._found(records, relation, name, wati))
                        found_own += bool(self._found(records, relation, name, budi))
        self.assertGreater(len(tried), 20)
        self.assertGreater(found_own, 5)

    def _found(self, records, relation, name, value):
        self.env.invalidate_all()
        try:
            with mute_logger("odoo.models", "odoo.orm.models"):
                return records.search([(f"{relation}.{name}", "=", value)])
        except (AccessError, UserError, ValueError):
            return records.browse()

    def test_order(self):
        """The place in a sorted list does not follow from a value that is hidden."""
        for name in ("nik", "gaji_pokok"):
            for direction in ("asc", "desc"):
                places = set()
                for value in (1, 999_999_999):
                    self._set(self.wati, name, value)
                    found = self.of(self.two).search(
                        [("id", "in", self.both.ids)], order=f"{name} {direction}"
                    )
                    places.add(tuple(found.ids))
                with self.subTest(f"{name} {direction}"):
                    self.assertEqual(len(places), 1)

    def _set(self, person, name, value):
        if name == "gaji_pokok":
            person.version_id.write({name: value})
        else:
            person.write({name: str(value)})
        self.env.flush_all()

    def test_groups_and_totals(self):
        people = self.of(self.two)
        domain = [("id", "in", self.both.ids)]
        for name, (budi, wati) in VALUES.items():
            with self.subTest(name):
                told = [
                    people.formatted_read_group(domain, [name], ["__count"]),
                    people.formatted_read_group(domain, [], [f"{name}:array_agg"]),
                    people.formatted_read_group(domain, [], [f"{name}:max"]),
                    people.web_read_group(domain, [name], ["__count"]),
                ]
                told = json.dumps(told, default=str)
                self.assertIn(str(budi), told)
                self.assertNotIn(
                    f'"{wati}"' if isinstance(wati, str) else str(wati), told
                )
        rows = self.of(self.two, "sikda.riwayat.pangkat")
        domain = [("employee_id", "in", self.both.ids)]
        told = [
            rows.formatted_read_group(domain, ["employee_id.nik"], ["__count"]),
            rows.formatted_read_group(domain, [], ["gaji:max", "gaji:array_agg"]),
            rows.search_read([*domain, ("gaji", ">", 1)], ["gaji"]),
        ]
        told = json.dumps(told, default=str)
        self.assertNotIn("3222222", told)
        self.assertNotIn(VALUES["nik"][1], told)
        self.assertIn("3111111", told)

    def test_export(self):
        people = self.people()
        rows = people.export_data(["name", "nik", "gaji_pokok"])["datas"]
        self.assertEqual(
            rows,
            [
                ["Budi Uji", VALUES["nik"][0], 3_111_111],
                ["Wati Uji", "", ""],
            ],
        )
        self.assertEqual(self.people().export_data(["nik"])["datas"][1], [""])
        rows = self.of(self.two, "sikda.riwayat.pangkat").search(
            [("employee_id", "in", self.both.ids)], order="employee_id"
        )
        told = rows.export_data(["employee_id/name", "employee_id/nik", "gaji"])[
            "datas"
        ]
        self.assertCountEqual(
            told, [["Budi Uji", VALUES["nik"][0], 3_111_111], ["Wati Uji", "", ""]]
        )

    def test_attributes_are_refused(self):
        """What is not blanked is refused: the net below all other ways."""
        wati = self.of(self.two).browse(self.wati.id)
        for name in VALUES:
            with self.subTest(name), self.assertRaises(AccessError):
                wati[name]  # pylint: disable=pointless-statement
        for call in (
            lambda: self.people().mapped("nik"),
            lambda: self.people().filtered_domain([("nik", "!=", False)]),
            lambda: wati.onchange({}, [], {"nik": {}}),
            lambda: wati.onchange({"name": "x"}, ["name"], {"gaji_pokok": {}}),
            lambda: wati.copy_data(),
            lambda: wati.write({"alamat": "x"}),
        ):
            self.env.invalidate_all()
            with self.assertRaises(AccessError), mute_logger("odoo.addons.base.models"):
                call()
        self.assertEqual(self.people()[0].nik, VALUES["nik"][0])

    def test_onchange_of_a_row_tells_nothing(self):
        rows = self.of(self.two, "sikda.riwayat.pangkat")
        spec = {"employee_id": {"fields": {"nik": {}, "gaji_pokok": {}}}}
        told = rows.onchange({"employee_id": self.wati.id}, ["employee_id"], spec)
        self.assertNotIn(VALUES["nik"][1], json.dumps(told, default=str))
        self.assertNotIn("3222222", json.dumps(told, default=str))

    def test_what_others_read_before_stays_closed(self):
        """And whoever reads after, with rights, is given the value."""
        self.env.invalidate_all()
        self.assertEqual(self.wati.nik, VALUES["nik"][1])
        read = self.wati.with_user(self.two).read(["nik", "name"])
        self.assertFalse(read[0]["nik"])
        self.env.invalidate_all()
        self.wati.with_user(self.two).read(["name", "npwp"])
        self.assertEqual(self.wati.npwp, VALUES["npwp"][1])

    def test_name_search(self):
        self.assertFalse(self.of(self.two).name_search(VALUES["nik"][1]))


@tagged("post_install", "-at_install")
class TestPrivateByUnitRpc(TwoOfficesMixin, PersonnelHttpCase):
    def call(self, model, method, args, **kwargs):
        with mute_logger("odoo.http"):
            return self.make_jsonrpc_request(
                f"/web/dataset/call_kw/{model}/{method}",
                {"model": model, "method": method, "args": args, "kwargs": kwargs},
            )

    def test_values_over_rpc(self):
        self.authenticate("dua_jabatan", "dua_jabatan-dua_jabatan")
        ids, names = self.both.ids, list(VALUES)
        spec = {name: {} for name in names}
        context = {"sikda_closed": True, "sikda_page": {"_held": {}}, "su": True}
        in_both = [("id", "in", ids)]
        calls = [
            ("read", [ids], {"fields": names, "context": context}),
            ("web_read", [ids], {"specification": spec, "context": context}),
            ("search_read", [in_both], {"fields": names}),
            ("web_search_read", [in_both], {"specification": spec}),
            ("formatted_read_group", [in_both, ["nik"], ["gaji_pokok:max"]], {}),
            ("web_read_group", [in_both, ["nik"], ["gaji_pokok:max"]], {}),
            ("export_data", [ids, names], {}),
            ("name_search", [VALUES["nik"][1]], {}),
            ("search_panel_select_range", ["golongan_darah"], {}),
            ("read_progress_bar", [in_both, "nik", {"field": "nik", "colors": {}}], {}),
            ("onchange", [[self.wati.id], {}, [], spec], {}),
            ("copy_data", [[self.wati.id]], {}),
            (
                "search_read",
                [[("nik", "=", VALUES["nik"][1])]],
                {"fields": ["name"], "context": context},
            ),
        ]
        for method, args, kwargs in calls:
            with self.subTest(method):
                try:
                    told = json.dumps(self.call("hr.employee", method, args, **kwargs))
                except JsonRpcException as refusal:
                    told = str(refusal)
                for name, (_budi, wati) in VALUES.items():
                    if name != "golongan_darah":
                        self.assertNotIn(str(wati), told)
                if (
                    method == "search_read"
                    and len(args[0]) == 1
                    and args[0][0][0] == "nik"
                ):
                    self.assertEqual(told, "[]")
        read = self.call("hr.employee", "read", [ids], fields=["nik"])
        self.assertEqual(
            {row["id"]: row["nik"] for row in read},
            {self.budi.id: VALUES["nik"][0], self.wati.id: False},
        )
