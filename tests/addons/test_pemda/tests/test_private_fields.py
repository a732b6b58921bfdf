"""NIK, family, health and pay of a person: seen by an office in the unit, nowhere else.

Of every role, and of a sign-in that is operator of one OPD and only reads another.
"""

from odoo.exceptions import AccessError
from odoo.tests import tagged

from .expectations import EXPECTED
from .expectations.sikda import PRIVATE
from .isolation_policy import PLACES, ROLES
from .test_isolation import IsolationCase

GROUP = "sikda.group_asn_private"


@tagged("post_install", "-at_install")
class TestPrivateFields(IsolationCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.two = cls.make_user("iso_dua", "operator_kepegawaian", cls.opd_a)
        cls.appoint(cls.two, "kepala_opd", cls.opd_b, capacity="plt")
        cls.private = {
            model: [
                name
                for name, field in records._fields.items()
                if GROUP in (field.groups or "").split(",")
            ]
            for model, records in cls.env.items()
            if not records._abstract and not records._transient
        }

    def _open_places(self, role):
        reach = EXPECTED["sikda.riwayat.keluarga"]
        return {place for place in PLACES if reach.allows(role, "read", place)}

    def test_no_model_is_forgotten(self):
        by_unit = self.env.registry["sikda.by.unit"]
        for model, names in self.private.items():
            if names or model in ("hr.employee", "hr.version"):
                with self.case("private fields", model):
                    self.assertTrue(issubclass(self.env.registry[model], by_unit))

    def test_fields_of_every_model(self):
        users = {role: (self.users[role], self._open_places(role)) for role in ROLES}
        users["two offices"] = (self.two, {"opd_a", "unit_a1"})
        for model, names in self.private.items():
            for role, (user, open_places) in users.items():
                for place, record in self._records_of(model).items():
                    record = record.with_user(user)
                    if not names or not record.has_access("read"):
                        continue
                    for name in names:
                        with self.case(
                            "private fields", f"{role} {model}.{name} {place}"
                        ):
                            self.assertEqual(
                                self._is_given(record, name), place in open_places
                            )

    def _records_of(self, model):
        if model == "hr.employee":
            return {place: self._person(place) for place in PLACES}
        return self.records.get(model, {})

    def _is_given(self, record, name):
        """Whether the value is told, by the page and to the code of a form."""
        self.env.invalidate_all()
        try:
            record[name]  # pylint: disable=pointless-statement
        except AccessError:
            return False
        return True

    def test_people(self):
        """By a value, over JSON-RPC and JSON-2."""
        people = {place: self._person(place) for place in PLACES}
        for place, person in people.items():
            person.nik = f"35140101010000{PLACES.index(place):02}"
        self.env.flush_all()
        ids = [person.id for person in people.values()]
        told = {
            "two offices": (self.two, {"opd_a", "unit_a1"}),
            **{role: (self.users[role], self._open_places(role)) for role in PRIVATE},
        }
        for role, (user, open_places) in told.items():
            readable = [
                person.id
                for person in people.values()
                if person.with_user(user).has_access("read")
            ]
            self.authenticate(user.login, f"{user.login}-{user.login}")
            rows = self.make_jsonrpc_request(
                "/web/dataset/call_kw/hr.employee/read",
                {
                    "model": "hr.employee",
                    "method": "read",
                    "args": [readable, ["nik"]],
                    "kwargs": {},
                },
            )
            given = {row["id"] for row in rows if row["nik"]}
            searched = self.make_jsonrpc_request(
                "/web/dataset/call_kw/hr.employee/search",
                {
                    "model": "hr.employee",
                    "method": "search",
                    "args": [[("nik", "=like", "3514%"), ("id", "in", ids)]],
                    "kwargs": {},
                },
            )
            with self.case("private fields", f"{role} nik"):
                wanted = {people[place].id for place in open_places}
                self.assertEqual(given, wanted)
                self.assertEqual(set(searched), wanted)

    def _person(self, place):
        return self.records["hr.version"][place].employee_id
