"""Who sees what of a person: each persona over every way that leads to a value."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import JsonRpcException, tagged
from odoo.tools import mute_logger

from .common import PersonnelCase, PersonnelHttpCase
from .personas import PRIVATE_HISTORIES, PersonasMixin

PRIVATE_FIELDS = ("nik", "npwp", "bpjs", "golongan_darah", "gaji_pokok")
READER_FIELDS = ("nip", "golongan_id", "alamat", "tmt_pensiun", "birthday")


@tagged("post_install", "-at_install")
class TestAccess(PersonasMixin, PersonnelCase):
    def test_operator_and_head_see_their_subtree(self):
        ids = [("id", "in", self.everybody.ids)]
        for user in (self.operator, self.head):
            with self.subTest(user.login):
                self.assertEqual(
                    self.people(user).search(ids).ids, (self.budi | self.sari).ids
                )
        for user in (self.bkd, self.auditor):
            with self.subTest(user.login):
                self.assertEqual(
                    set(self.people(user).search(ids).ids), set(self.everybody.ids)
                )

    def test_private_fields_ask_the_right(self):
        for user in (self.bkd, self.operator, self.auditor):
            with self.subTest(user.login):
                person = self.budi.with_user(user)
                self.assertTrue(person.read(["nik", "gaji_pokok"])[0]["nik"])
        for user in (self.head, self.admin, self.pegawai):
            for name in PRIVATE_FIELDS:
                with self.subTest(f"{user.login} {name}"):
                    self._assert_hidden(user, name)

    def test_a_plain_employee_sees_colleagues_by_their_public_part_only(self):
        for name in READER_FIELDS:
            with self.subTest(name):
                self._assert_hidden(self.pegawai, name)
        public = self.env["hr.employee.public"].with_user(self.pegawai)
        found = public.browse(self.wati.id).read(["nama_gelar", "department_id"])
        self.assertEqual(found[0]["nama_gelar"], "Wati Uji, S.E.")
        self.assertNotIn("nip", public._fields)

    def test_no_field_with_a_group_is_a_plain_employees(self):
        """All of them, those of Odoo too: identity card, private address, family."""
        public = self.env["hr.employee.public"]
        for model in ("hr.employee", "hr.version"):
            records = self.env[model].with_user(self.pegawai)
            names = [
                name
                for name, field in records._fields.items()
                if field.groups and name not in public._fields
            ]
            self.assertGreater(len(names), 40)
            ids = (self.budi if model == "hr.employee" else self.budi.version_id).ids
            for name in names:
                for way, call in self._plain_ways(records, ids, name).items():
                    with self.subTest(f"{model} {way} {name}"):
                        self.assertTrue(self._refused(call))

    def _plain_ways(self, records, ids, name):
        return {
            "read": lambda: records.browse(ids).read([name]),
            "search": lambda: records.search([(name, "=", "1")]),
            "order": lambda: records.search([], order=name),
            "group": lambda: records.formatted_read_group([], [name], ["__count"]),
            "export": lambda: records.browse(ids).export_data([name]),
        }

    def test_no_model_leads_a_plain_employee_to_a_private_field(self):
        """A domain through any relation is refused, or finds nobody by a true value."""
        asked = {"nik": self.wati.nik, "nip": self.wati.nip, "gaji_pokok": 3_000_000}
        tried = set()
        for model in self.env.registry:
            records = self.env[model].with_user(self.pegawai)
            if records._abstract or not records.has_access("read"):
                continue
            for relation, field in records._fields.items():
                if field.comodel_name not in ("hr.employee", "hr.version"):
                    continue
                for name, value in asked.items():
                    if name not in self.env[field.comodel_name]._fields:
                        continue
                    domain = [(f"{relation}.{name}", "=", value)]
                    with self.subTest(f"{model} {domain}"):
                        tried.add(model)
                        self.assertFalse(self._found(records, domain))
        self.assertGreater(len(tried), 20)

    def _assert_hidden(self, user, name):
        """A value is not read, searched, sorted by, grouped by or exported."""
        people = self.people(user)
        person = people.browse(self.budi.id)
        ways = {
            "read": lambda: person.read([name]),
            "web_read": lambda: person.web_read({name: {}}),
            "search": lambda: people.search([(name, "!=", False)]),
            "search_count": lambda: people.search_count([(name, "=", "1")]),
            "order": lambda: people.search([("id", "=", person.id)], order=name),
            "group": lambda: people.formatted_read_group([], [name], ["__count"]),
            "count by": lambda: people.web_read_group([], [name], ["__count"]),
            "aggregate": lambda: people.formatted_read_group(
                [], [], [f"{name}:count_distinct"]
            ),
            "progress": lambda: people.read_progress_bar(
                [], name, {"field": name, "colors": {"1": "danger"}}
            ),
            "export": lambda: person.export_data([name]),
            "attribute": lambda: person[name],
            "write": lambda: person.write({name: False}),
        }
        through = self.env["sikda.riwayat.pangkat"].with_user(user)
        own = through.search([("employee_id", "=", person.id)])
        if own:
            ways |= {
                "export through": lambda: own.export_data([f"employee_id/{name}"]),
                "read through": lambda: own.web_read(
                    {"employee_id": {"fields": {name: {}}}}
                ),
            }
        ways |= {
            "through": lambda: through.search([(f"employee_id.{name}", "!=", False)]),
            "group through": lambda: through.formatted_read_group(
                [], [f"employee_id.{name}"], ["__count"]
            ),
            "onchange through": lambda: through.onchange(
                {"employee_id": person.id},
                ["employee_id"],
                {"employee_id": {"fields": {name: {}}}},
            ),
        }
        for way, call in ways.items():
            with self.subTest(f"{user.login} {way} {name}"):
                self.assertTrue(self._refused(call))

    def _refused(self, call):
        self.env.invalidate_all()
        try:
            with mute_logger("odoo.models", "odoo.orm.models"):
                call()
        except (AccessError, UserError, ValueError):
            return True
        return False

    def _found(self, records, domain):
        found = records.browse()

        def search():
            nonlocal found
            found = records.search(domain)

        self._refused(search)
        return found

    def test_private_histories(self):
        ids = self.everybody.ids
        wanted = {
            self.bkd: set(ids),
            self.auditor: set(ids),
            self.operator: {self.budi.id, self.sari.id},
            self.head: set(),
            self.admin: set(),
            self.pegawai: {self.budi.id},
        }
        for history in PRIVATE_HISTORIES:
            for user, people in wanted.items():
                with self.subTest(f"{user.login} {history}"):
                    self.env.invalidate_all()
                    rows = self.env[f"sikda.riwayat.{history}"].with_user(user)
                    found = rows.search([("employee_id", "in", ids)])
                    self.assertEqual(set(found.employee_id.ids), people)

    def test_name_search_finds_by_nip_for_readers_only(self):
        nip = self.budi.nip
        self.assertEqual(
            [pair[0] for pair in self.people(self.operator).name_search(nip[:12])],
            [self.budi.id],
        )
        self.assertFalse(self.people(self.operator).name_search(self.wati.nip))
        self.assertFalse(self.people(self.pegawai).name_search(nip))

    def test_my_data_is_mine_and_whole(self):
        mine = self.env["sikda.data.saya"].with_user(self.pegawai).search([])
        self.assertEqual(mine.id, self.budi.id)
        self.assertEqual(mine.nik, self.budi.sudo().nik)
        self.assertEqual(mine.gaji_pokok, 3_000_000)
        for history in ("pangkat", *PRIVATE_HISTORIES):
            with self.subTest(history):
                self.assertEqual(len(mine[f"riwayat_{history}_ids"]), 1)
        with self.assertRaises(AccessError):
            mine.write({"nik": "1"})
        row = mine.riwayat_pangkat_ids
        with self.assertRaises(AccessError):
            row.write({"keterangan": "x"})
        action = self.env["sikda.data.saya"].with_user(self.pegawai).action_open_mine()
        self.assertEqual(action["res_id"], self.budi.id)
        with self.assertRaises(UserError):
            self.env["sikda.data.saya"].with_user(self.auditor).action_open_mine()

    def test_rows_follow_the_person_to_another_unit(self):
        self.add_row(self.sari, "unit", tmt="2021-01-01", unor_id=self.opd_b.id)
        self.assertFalse(self.people(self.operator).search([("id", "=", self.sari.id)]))
        rows = self.env["sikda.riwayat.keluarga"].with_user(self.operator)
        self.assertFalse(rows.search([("employee_id", "=", self.sari.id)]))

    def test_picture_of_a_unit_shows_what_the_caller_sees(self):
        own = self.opd_a.with_user(self.operator).sikda_picture()
        self.assertEqual([person["id"] for person in own["people"]], [self.budi.id])
        self.assertEqual([child["count"] for child in own["children"]], [1])
        foreign = self.opd_b.with_user(self.operator).sikda_picture()
        self.assertEqual(foreign["people"], [])
        with self.assertRaises(AccessError):
            self.opd_a.with_user(self.pegawai).sikda_picture()


@tagged("post_install", "-at_install")
class TestAccessRpc(PersonasMixin, PersonnelHttpCase):
    def call(self, model, method, args, **kwargs):
        return self.make_jsonrpc_request(
            f"/web/dataset/call_kw/{model}/{method}",
            {"model": model, "method": method, "args": args, "kwargs": kwargs},
        )

    def test_engine_methods_are_no_endpoints(self):
        self.authenticate("akses_bkd", "akses_bkd-akses_bkd")
        for model, method in (
            ("hr.employee", "_project"),
            ("hr.employee", "_project_set"),
            ("hr.employee", "_asn_state"),
            ("sikda.golongan", "_load_published"),
        ):
            with (
                self.subTest(method),
                mute_logger("odoo.http"),
                self.assertRaises(JsonRpcException),
            ):
                self.call(model, method, [[]])

    def test_values_over_rpc(self):
        self.authenticate("akses_kepala", "akses_kepala-akses_kepala")
        ids = self.budi.ids
        self.assertTrue(self.call("hr.employee", "read", [ids], fields=["nip"]))
        for method, args, kwargs in (
            ("read", [ids], {"fields": ["nik"]}),
            ("web_read", [ids], {"specification": {"nik": {}}}),
            ("search_read", [[("nik", "=like", "35%")]], {"fields": ["name"]}),
            (
                "web_search_read",
                [[("nik", "!=", False)]],
                {"specification": {"name": {}}},
            ),
            ("formatted_read_group", [[], ["nik"], ["__count"]], {}),
            ("export_data", [ids, ["nik"]], {}),
            ("web_save", [ids, {"nik": "1"}], {"specification": {}}),
        ):
            with (
                self.subTest(method),
                mute_logger("odoo.http"),
                self.assertRaises(JsonRpcException),
            ):
                self.call("hr.employee", method, args, **kwargs)
