"""Work at hand: what is counted, the lists behind it, and the daily reminder."""

from datetime import timedelta

from lxml import etree

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools.safe_eval import safe_eval

from ..models import sipbd_pekerjaan
from ..models.sipbd_pekerjaan import CARDS
from .common import CAR, LAND, SipbdCase


@tagged("post_install", "-at_install")
class TestPekerjaan(SipbdCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = cls.env.company._pemda_today()
        cls.car = cls.make_asset(cls.clerk_a, cls.opd_a, CAR)
        cls.make_asset(cls.clerk_a, cls.opd_a, LAND)
        cls.make_asset(cls.clerk_a1, cls.unit_a1, kondisi="RB")
        cls.make_asset(cls.clerk_a1, cls.unit_a1, nilai_perolehan=0, kondisi=False)
        cls.make_asset(cls.clerk_b, cls.opd_b, nilai_perolehan=0)
        cls.make_asset(cls.clerk_b, cls.opd_b, **cls.document(str(cls.today)))
        cls.env.flush_all()

    def work(self, user):
        return self.env["sipbd.pekerjaan"].with_user(user)

    def counts(self, user):
        sections = self.work(user).get_work()["sections"]
        return {card["key"]: card["count"] for s in sections for card in s["cards"]}

    def listed(self, user, key):
        """How many records the list behind a card shows at first."""
        action = self.work(user).open_card(key)
        model = action["res_model"]
        records = self.env[model].with_user(user)
        search_view = action["search_view_id"] and action["search_view_id"][0]
        arch = records.get_view(search_view, "search")["arch"]
        domain = list(action["domain"])
        for name in action["context"]:
            filter_name = name.removeprefix("search_default_")
            node = self.assertFilter(arch, filter_name)
            domain += safe_eval(node.get("domain"), {})
        return records.search_count(domain)

    def assertFilter(self, arch, name):
        nodes = etree.fromstring(arch).xpath(f"//filter[@name='{name}']")
        self.assertEqual(len(nodes), 1, name)
        return nodes[0]

    def test_counts_are_those_of_the_lists(self):
        self.car.write(
            {
                "pajak_sampai": self.today + timedelta(days=20),
                "stnk_sampai": self.today - timedelta(days=400),
                "kir_sampai": self.today + timedelta(days=40),
            }
        )
        for user in (self.clerk_a, self.clerk_a1, self.clerk_b, self.head_a):
            for key, count in self.counts(user).items():
                self.assertEqual(count, self.listed(user, key), f"{user.login} {key}")

    def test_what_is_counted(self):
        self.car.pajak_sampai = self.today + timedelta(days=20)
        counts = self.counts(self.clerk_a)
        self.assertEqual(
            {key: count for key, count in counts.items() if count},
            {
                "pajak": 1,
                "value": 1,
                "condition": 1,
                "certificate": 1,
                "plate": 1,
                "bpkb": 1,
                "photo": 2,
                "room": 5,
                "damaged": 1,
            },
        )
        self.assertEqual(self.counts(self.clerk_b)["entries"], 1)
        self.assertEqual(self.counts(self.clerk_b)["value"], 1)

    def test_counting_stops(self):
        self.patch(sipbd_pekerjaan, "MOST", 2)
        work = self.work(self.clerk_a).get_work()
        self.assertEqual(work["most"], 2)
        self.assertEqual(self.counts(self.clerk_a)["room"], 3)

    def test_who_may_look(self):
        self.assertEqual(self.work(self.head_a).get_work()["units"], ["Dinas Uji"])
        with self.assertRaises(AccessError):
            self.work(self.plain).get_work()
        for key in CARDS:
            with self.assertRaises(AccessError):
                self.work(self.plain).open_card(key)
        for key in ("nothing", None, 5, "__class__"):
            with self.assertRaises(UserError):
                self.work(self.clerk_a).open_card(key)

    def test_the_clerk_of_one_unit_who_reads_elsewhere_sees_his_work(self):
        self.appoint(self.clerk_a1, "kepala_opd", self.opd_b)
        self.assertEqual(self.counts(self.clerk_a1)["value"], 1)
        self.assertEqual(self.work(self.clerk_a1).get_work()["units"], ["UPT Uji"])


@tagged("post_install", "-at_install")
class TestReminder(SipbdCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.today = cls.env.company._pemda_today()
        cls.car = cls.make_asset(cls.clerk_a1, cls.unit_a1, CAR)
        cls.car.pajak_sampai = cls.today + timedelta(days=10)

    def remind(self):
        self.env["sipbd.vehicle.reminder"]._cron_remind()
        kind = self.env.ref("sipbd.activity_type_due")
        activities = self.env["mail.activity"].search(
            [("activity_type_id", "=", kind.id)]
        )
        users = self.clerk_a | self.clerk_a1 | self.clerk_b | self.manager | self.head_a
        return activities.filtered(lambda activity: activity.user_id in users)

    def test_one_digest_for_each_clerk_of_the_units_above(self):
        activities = self.remind()
        self.assertEqual(activities.user_id, self.clerk_a | self.clerk_a1)
        self.assertEqual(len(activities), 2)
        self.assertIn(": 1", activities[0].summary)
        self.assertEqual(self.remind(), activities)

    def test_it_changes_with_what_is_due_and_goes(self):
        first = self.remind()
        second = self.make_asset(self.clerk_a, self.opd_a, CAR)
        second.stnk_sampai = self.today - timedelta(days=1)
        changed = self.remind()
        self.assertEqual(len(changed), 2)
        self.assertEqual(len(changed & first), 1)
        (self.car | second).write({"pajak_sampai": False, "stnk_sampai": False})
        self.assertFalse(self.remind())

    def test_what_is_done_comes_back_only_changed(self):
        mine = self.remind().filtered(lambda a: a.user_id == self.clerk_a1)
        mine.with_user(self.clerk_a1).action_done()
        self.assertNotIn(self.clerk_a1, self.remind().user_id)
        self.car.kir_sampai = self.today
        self.assertIn(self.clerk_a1, self.remind().user_id)

    def test_nobody_is_reminded_after_his_office(self):
        self.clerk_a1.office_holder_ids.date_to = "2021-01-01"
        self.assertEqual(self.remind().user_id, self.clerk_a)
