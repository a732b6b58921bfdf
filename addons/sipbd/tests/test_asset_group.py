"""Groups of assets come from kept totals and are those of the register itself."""

import random
from unittest.mock import patch

from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tests import tagged

from ..models.asset_group import Asset
from ..rules import totals as rules
from .common import CAR, LAND, RACK, SAFE
from .import_common import ImportCase, item, kib_b

MEASURES = ["__count", "jumlah:sum", "nilai_perolehan:sum"]
VALUES = {
    "kib": ["A", "B", "C"],
    "state": ["aktif", "batal", "akhir"],
    "kondisi": ["B", "RR", "RB", False],
    "komptabel": ["01", "02"],
    "tahun_perolehan": [2019, 2022, 2024],
    "cara_perolehan": ["0101", "0102"],
}


@tagged("post_install", "-at_install")
class TestAssetGroup(ImportCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.totals = cls.env["sipbd.asset.total"]
        cls.random = random.Random(108)
        cls.units = cls.opd_a + cls.unit_a1 + cls.opd_b
        for _ in range(60):
            cls._enter(cls.random.choice(cls.units))

    @classmethod
    def _enter(cls, unit):
        draw = cls.random
        return cls.make_asset(
            cls.manager,
            unit,
            draw.choice([SAFE, CAR, LAND, RACK]),
            nilai_perolehan=draw.randrange(10**9) / 100,
            jumlah=draw.randrange(1, 500) / 4,
            **{
                name: draw.choice(VALUES[name])
                for name in ("kondisi", "komptabel", "tahun_perolehan")
            },
            cara_perolehan=draw.choice(VALUES["cara_perolehan"]),
        )

    def _book_something(self):
        draw = self.random
        assets = self.env["sipbd.asset"].search([("state", "=", "aktif")])
        asset = draw.choice(assets).with_user(self.manager)
        document = self.document("2025-02-03", document_number=f"N/{draw.random()}")
        act = draw.choice(["move", "value", "condition", "code", "never", "enter"])
        if act == "enter":
            self._enter(draw.choice(self.units))
        elif act == "never":
            asset._book(
                [
                    {
                        "asset_id": asset.id,
                        "kind": "batal",
                        "nilai": -asset.nilai_perolehan,
                        "jumlah": -asset.jumlah,
                        **document,
                    }
                ]
            )
        else:
            units = self.opd_a + self.unit_a1
            other = units - asset.unit_id if asset.unit_id in units else asset.unit_id
            kind, changes = {
                "move": ("03", {"unit_id": other[0].id, "note": "moved"}),
                "value": ("0701", {"nilai": draw.randrange(10**6) + 0.25}),
                "condition": (
                    "0703",
                    {"kondisi": draw.choice(["B", "RR", "RB"]), "note": "seen"},
                ),
                "code": ("0601", {"code_id": self.kode(RACK).id, "note": "code"}),
            }[act]
            asset._book([{"asset_id": asset.id, "kind": kind, **changes, **document}])

    def _assert_same(self, user, domain, groupby, order=None, limit=None):
        """The totals answer, and as the register does."""
        assets = self.env["sipbd.asset"].with_user(user)
        question = (domain, groupby, MEASURES)
        answering = assets._totals(*question, order)
        kept = assets._read_group(*question, order=order, limit=limit)
        with patch.object(Asset, "_totals", lambda *args: None):
            counted = assets._read_group(*question, order=order, limit=limit)
        self.assertEqual(kept, counted, question)
        self.assertTrue(answering or not any(row[-3] for row in kept), question)
        return kept

    def _random_question(self):
        draw = self.random
        kept = draw.choice(rules.CUBOIDS)
        groupby = draw.sample(kept, draw.randrange(3))
        domain = Domain.TRUE
        for name in draw.sample(kept, draw.randrange(3)):
            if name == "unit_id":
                chosen = draw.sample(self.units.ids, draw.randrange(1, 3))
                domain &= Domain(name, draw.choice(["in", "not in"]), chosen)
            elif name == "code_id":
                kode = self.kode(draw.choice([SAFE, "1.3.2", "1.3"]))
                domain &= Domain(name, "child_of", kode.id)
            else:
                wanted = draw.sample(VALUES[name], 2)
                domain &= draw.choice(
                    [
                        Domain(name, "in", wanted),
                        ~Domain(name, "=", wanted[0]),
                        Domain(name, "=", wanted[0]) | Domain("state", "=", "aktif"),
                    ]
                )
        if draw.random() < 0.4:
            below = draw.choice([self.root.id, self.opd_a.id, self.units[:2].ids])
            domain &= Domain("unit_id", "child_of", below)
        order = draw.choice([None, ",".join(groupby), "nilai_perolehan:sum desc"])
        return domain, groupby, order

    def test_totals_are_those_of_the_register(self):
        """Whoever asks whatever, between bookings and after them."""
        users = self.clerk_a + self.clerk_a1 + self.clerk_b + self.auditor
        grouped = 0
        for number in range(120):
            if number % 4 == 0:
                self._book_something()
            if number % 30 == 29:
                self.totals._fold()
            user = self.random.choice([*users, self.env.user])
            rows = self._assert_same(user, *self._random_question())
            grouped += len(rows)
        self.assertGreater(grouped, 150)
        self._assert_nothing_differs()

    def _assert_nothing_differs(self):
        """Totals without changes are what they would be if they were made anew."""
        self.totals._fold()
        kept = self._total_rows()
        self.totals._rebuild()
        self.assertEqual(kept, self._total_rows())

    def _total_rows(self):
        self.env.cr.execute(
            """
            SELECT key, cuboid, scope_id, unit_id, code_id, kib, state, kondisi,
                   komptabel, tahun_perolehan, cara_perolehan, assets,
                   trim_scale(jumlah)::text, trim_scale(nilai_perolehan)::text
              FROM sipbd_asset_total
             ORDER BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            """
        )
        return self.env.cr.fetchall()

    def test_import_and_undo(self):
        self.totals._fold()
        rows = [item(register=f"{n:06d}", price=n * 1000) for n in range(1, 40)]
        load = self.loaded(self.clerk_a, self.opd_a, kib_b(*rows))
        self._assert_same(self.clerk_a, [], ["code_id"])
        self._assert_same(self.auditor, [("state", "=", "aktif")], ["tahun_perolehan"])
        load._undo("loaded twice")
        self._assert_same(self.clerk_a, [], ["state"])
        self._assert_nothing_differs()

    def test_groups_of_the_own_office_only(self):
        """A clerk gets no count of foreign units, however he asks."""
        foreign = Domain("unit_id", "in", self.opd_b.ids)
        below = Domain("unit_id", "child_of", self.opd_b.ids)
        for domain in (foreign, below):
            assets = self.env["sipbd.asset"].with_user(self.clerk_a)
            self.assertEqual(assets._read_group(domain, ["unit_id"], MEASURES), [])
            self.assertEqual(
                assets._read_group(domain, [], MEASURES), [(0, False, False)]
            )
        groups = self._assert_same(self.clerk_a, [], ["unit_id"])
        self.assertEqual({row[0] for row in groups}, {self.opd_a, self.unit_a1})
        groups = self._assert_same(self.auditor, [], ["opd_id"], order="opd_id")
        self.assertEqual({row[0] for row in groups}, {self.opd_a, self.opd_b})

    def test_who_may_not_read_assets_gets_no_groups(self):
        assets = self.env["sipbd.asset"].with_user(self.plain)
        for domain in ([], [("state", "=", "aktif")]):
            with self.assertRaises(AccessError):
                assets._read_group(domain, ["kib"], MEASURES)
        for user in (self.plain, self.clerk_a, self.auditor):
            totals = self.totals.with_user(user)
            for method in ("search_count", "formatted_read_group"):
                with self.assertRaises(AccessError):
                    getattr(totals, method)([])

    def test_records_of_groups_are_the_askers_own(self):
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        for groupby in ("unit_id", "code_id", "opd_id"):
            for record, _count in assets._read_group([], [groupby], ["__count"]):
                self.assertEqual(record.env, assets.env)

    def test_lists_and_pivots_ask_the_totals(self):
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        active = [("state", "=", "aktif")]

        def answers():
            return (
                assets.web_read_group(active, ["code_id"], MEASURES, limit=2),
                assets.web_read_group(active, ["kib"], MEASURES),
                assets.formatted_read_grouping_sets(
                    active, [[], ["kib"], ["unit_id"], ["kib", "unit_id"]], MEASURES
                ),
            )

        asked = []
        totals = type(self.totals)
        read = totals._table_query.fget

        def noting(records):
            asked.append(True)
            return read(records)

        with patch.object(totals, "_table_query", property(noting)):
            kept = answers()
        self.assertGreaterEqual(len(asked), 4)
        with patch.object(Asset, "_totals", lambda *args: None):
            self.assertEqual(kept, answers())

    def test_other_questions_go_to_the_register(self):
        """What totals cannot answer, they do not."""
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        for domain, groupby, aggregates, order in (
            ([("name", "ilike", "lemari")], ["kib"], MEASURES, None),
            ([("unit_id", "ilike", "OPD")], ["kib"], MEASURES, None),
            ([("unit_id", "child_of", "OPD")], ["kib"], MEASURES, None),
            ([("unit_id.code", "=", "1")], ["kib"], MEASURES, None),
            ([], ["merk_type"], MEASURES, None),
            ([], ["tanggal_perolehan:year"], MEASURES, None),
            ([], ["unit_id", "code_id"], MEASURES, None),
            ([], ["kib"], ["nilai_perolehan:max"], None),
            ([], ["kib"], ["luas:sum"], None),
            ([("id", ">", 0)], ["kib"], MEASURES, None),
        ):
            with self.subTest(domain=domain, groupby=groupby, aggregates=aggregates):
                self.assertIsNone(assets._totals(domain, groupby, aggregates, order))
                assets._read_group(domain, groupby, aggregates, order=order)
        self.assertEqual(
            [
                row[0]
                for row in assets._read_group(
                    [], ["kib"], having=[("__count", ">", 10**6)]
                )
            ],
            [],
        )

    def test_moved_units(self):
        """While the tree is not that of the totals, the register answers."""
        assets = self.env["sipbd.asset"].with_user(self.clerk_b)
        before = assets._read_group([], [], ["__count"])[0][0]
        self.totals._fold()
        self.unit_a1.parent_id = self.opd_b
        self.env.flush_all()
        self.assertIsNone(assets._totals([], ["kib"], MEASURES, None))
        after = assets._read_group([], [], ["__count"])[0][0]
        self.assertGreater(after, before)
        self.totals._fold()
        self._assert_same(self.clerk_b, [], ["unit_id"])
        self.assertEqual(assets._read_group([], [], ["__count"])[0][0], after)

    def test_sql_behind_the_back_of_the_orm(self):
        """Triggers see what statements do; a change of words is none of the totals."""
        self.totals._fold()
        cr = self.env.cr
        cr.execute("UPDATE sipbd_asset SET name = name || ' x'")
        cr.execute("SELECT count(*) FROM sipbd_asset_change")
        self.assertEqual(cr.fetchone()[0], 0)
        cr.execute("UPDATE sipbd_asset SET kondisi = 'RB' WHERE kondisi IS NULL")
        self.env.invalidate_all()
        self._assert_same(self.auditor, [], ["kondisi"])
        cr.execute("DELETE FROM sipbd_asset_total")
        self.totals._rebuild()
        self._assert_nothing_differs()
