"""The statements of what is due against the pure rules, on random people."""

import random
from datetime import date

from dateutil.relativedelta import relativedelta

from odoo.tests import tagged
from odoo.tools import SQL

from ..models.hr_employee_rules import of_person
from ..rules import kenaikan_pangkat, kgb, pensiun, satyalancana
from ..rules.dates import whole_months
from .common import PersonnelCase
from .random_people import RandomPeople

PEOPLE = 150
ROUNDS = 12
SEED = 20260401
DAYS = (date(2026, 11, 22), date(2025, 9, 30), date(2024, 2, 29), date(2027, 1, 1))


@tagged("post_install", "-at_install")
class TestDueTwin(PersonnelCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.random = random.Random(SEED)
        cls.people = cls.env["hr.employee"].create(
            [
                {
                    "name": f"Acak {n}",
                    "birthday": date(1960 + n % 45, 1 + n % 12, 1 + n % 28),
                }
                for n in range(PEOPLE)
            ]
        )
        cls.lives = RandomPeople(cls.env, cls.people, cls.random)
        cls.parameters = cls.env["sikda.parameter"]._rules()
        cls.table = cls.env["sikda.gaji"]._pay_table()

    def test_all_kinds_agree(self):
        """Every row of the set is what the rules say of the person, and no row is
        missing."""
        seen = set()
        for number in range(ROUNDS):
            self.lives.shuffle()
            self.project_retirement()
            day = DAYS[number % len(DAYS)]
            until = day + relativedelta(months=self.random.choice([0, 3, 24, 120]))
            expected = {
                key: value
                for key, value in self.by_the_rules(day, until).items()
                if value[0] <= until
            }
            found = self.by_sql(day, until)
            self.assertEqual(set(found), set(expected), (day, until))
            for key, value in expected.items():
                self.assertEqual(found[key], value, (key, day, until))
            seen |= {kind for _person, kind in found}
        self.assertEqual(seen, {"kgb", "kp", "pensiun", "kontrak", "satyalancana"})

    def test_whole_months(self):
        days = [self.lives.day() for _ in range(600)] + [date(2024, 2, 29)] * 20
        pairs = [
            (self.random.choice(days), self.random.choice(days)) for _ in range(2000)
        ]
        self.env.cr.execute(
            "SELECT sikda_whole_months(a, b) FROM unnest(%s::date[], %s::date[]) "
            "WITH ORDINALITY pair(a, b, n) ORDER BY n",
            ([a for a, _b in pairs], [b for _a, b in pairs]),
        )
        found = [months for (months,) in self.env.cr.fetchall()]
        self.assertEqual(found, [whole_months(a, b) for a, b in pairs])

    def project_retirement(self):
        """TMT pensiun and BUP as the projection of the register writes them."""
        self.env.cr.execute(
            """UPDATE hr_version v
                  SET bup = limits.bup,
                      tmt_pensiun = (date_trunc('month', e.birthday)
                          + make_interval(years => limits.bup, months => 1))::date
                 FROM hr_employee e
                 JOIN hr_version now ON now.id = e.current_version_id
                 LEFT JOIN sikda_eselon eselon ON eselon.id = now.eselon_id
                 LEFT JOIN sikda_jenjang jenjang ON jenjang.id = now.jenjang_id
                CROSS JOIN LATERAL (
                      SELECT coalesce(nullif(eselon.bup, 0), nullif(jenjang.bup, 0), 58)
                             AS bup) limits
                WHERE v.id = now.id AND e.id = ANY(%s)""",
            (self.people.ids,),
        )

    def by_sql(self, day, until):
        everybody = SQL("e.id = ANY(%s)", self.people.ids)
        query = self.people._due_query(
            until, day=day, state=self.people._asn_now(everybody)
        )
        self.env.cr.execute(query)
        return {
            (row["employee_id"], row["kind"]): (
                row["tmt"],
                row["golongan_id"],
                row["mkg"],
                row["amount"],
                row["code"],
                sorted(row["findings"] or ()),
            )
            for row in self.env.cr.dictfetchall()
        }

    def by_the_rules(self, day, until):
        golongan = {g.name: g.id for g in self.env["sikda.golongan"].search([])}
        expected = {}
        for employee_id, person in self.people._rule_people(
            self.parameters, day
        ).items():
            for kind, value in self.of_rules(person, day, until):
                tmt, to, mkg, amount, code, findings = value
                expected[employee_id, kind] = (
                    *(tmt, golongan.get(to), mkg, amount, code),
                    findings,
                )
        return expected

    def of_rules(self, person, day, until):
        asked = of_person(person, day, self.table, self.parameters)
        for kind, result in asked.items():
            if kind == "kgb" and isinstance(result, kgb.Kgb):
                cell = result.cell
                yield kind, (result.tmt, cell.golongan, cell.mkg, cell.amount, None, [])
            elif isinstance(result, kenaikan_pangkat.Promotion):
                codes = sorted({finding.code for finding in result.findings})
                yield kind, (result.tmt, result.to, None, None, result.kind, codes)
            elif isinstance(result, satyalancana.Award):
                if result.day <= until:
                    yield kind, (result.day, None, result.years, None, result.code, [])
            elif isinstance(result, pensiun.Retirement):
                end, by_contract = pensiun.end_of_contract(
                    person.row["contract_last"], result
                )
                yield "kontrak" if by_contract else kind, (end, *[None] * 4, [])
