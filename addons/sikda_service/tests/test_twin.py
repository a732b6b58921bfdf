"""The statement of candidates against the pure rules of sikda, on random people."""

import random
from datetime import date

from odoo.tests import tagged
from odoo.tools import SQL

from odoo.addons.sikda.models.hr_employee_rules import of_person
from odoo.addons.sikda.rules import kgb
from odoo.addons.sikda.rules.dates import Span, add_months
from odoo.addons.sikda.tests.random_people import RandomPeople

from ..rules.usul_kgb import LIFTABLE
from .common import KgbCase

PEOPLE, ROUNDS, SEED = 80, 5, 20261123
CODES = {
    "kinerja_missing": "kinerja_belum",
    "kinerja_low": "kinerja_rendah",
    "hukdis_running": "hukdis",
}
NOBODY_KNOWS = ("cltn", "tabel_akhir", "data", "tanpa_tabel")


@tagged("post_install", "-at_install")
class TestTwin(KgbCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.people = cls.env["hr.employee"].create(
            [
                {"name": f"Acak {n}", "birthday": date(1960 + n % 45, 1 + n % 12, 1)}
                for n in range(PEOPLE)
            ]
        )
        cls.lives = RandomPeople(cls.env, cls.people, random.Random(SEED))
        cls.parameters = cls.env["sikda.parameter"]._rules()
        cls.table = cls.env["sikda.gaji"]._pay_table()

    def test_due_people_and_what_stands_in_their_way(self):
        seen = set()
        for number in range(ROUNDS):
            self.lives.shuffle()
            until = add_months(self.today, (0, 3, 24, 120)[number % 4])
            rules = {
                key: value
                for key, value in self.by_the_rules().items()
                if value[0] <= until
            }
            rows = self.by_sql(until)
            due = {
                employee_id: (
                    row["tmt"],
                    row["mkg_tahun"],
                    row["gaji"],
                    sorted(set(row["codes"]) & set(LIFTABLE)),
                    row["tmt_berikut"],
                )
                for employee_id, row in rows.items()
                if not set(row["codes"]) & set(NOBODY_KNOWS)
            }
            self.assertEqual(set(due), set(rules), until)
            for employee_id, value in rules.items():
                self.assertEqual(due[employee_id], value, (employee_id, until))
            seen |= {code for row in rows.values() for code in row["codes"]}
        self.assertLessEqual({*LIFTABLE, *NOBODY_KNOWS} - {"tanpa_tabel"}, seen)

    def by_sql(self, until):
        people = SQL("e.id = ANY(%s)", self.people.ids)
        usul = self.env["sikda.kgb.usul"]
        found = usul._found(until, people, ["draft"])
        rows = self.env.execute_query_dict(SQL("SELECT * FROM %s", found))
        self.assertEqual(len(rows), len({row["employee_id"] for row in rows}))
        return {row["employee_id"]: row for row in rows}

    def by_the_rules(self):
        expected = {}
        for employee_id, person in self.people._rule_people(
            self.parameters, self.today
        ).items():
            rise = of_person(person, self.today, self.table, self.parameters).get("kgb")
            if not rise:
                continue
            golongan = person.standing.golongan
            found = kgb.findings(
                rise,
                golongan,
                person.grades,
                person.sanctions,
                self.parameters,
                self.today,
            )
            years = Span.of(rise.cell.mkg)
            after = kgb.Standing(golongan, rise.tmt, years, rise.cell.amount)
            further = kgb.next_kgb(after, rise.tmt, self.table, self.parameters)
            expected[employee_id] = (
                rise.tmt,
                rise.cell.mkg,
                rise.cell.amount,
                sorted({CODES[one.code] for one in found}),
                further and further.tmt,
            )
        return expected
