"""Files of prints say what they are, by which number, and of which unit."""

import json

from odoo.exceptions import AccessError
from odoo.http import Request
from odoo.tests import tagged

from odoo.addons.sipbd.tests.common import SipbdHttpCase

from .common import LifecycleMixin
from .test_pakai import PakaiCase
from .test_pakai_more import HilangMixin

REPORT = "sipbd_lifecycle.hilang"


class NamesMixin(HilangMixin):
    def name_of(self, documents, user=None):
        reports = self.env["ir.actions.report"].with_user(user or self.clerk_a)
        return reports._pemda_file_name(REPORT, documents.ids)


@tagged("post_install", "-at_install")
class TestPrintNames(NamesMixin, PakaiCase):
    def test_draft_and_decided(self):
        hilang = self.hilang()
        self.assertEqual(self.name_of(hilang), "BA-kehilangan_konsep_T01")
        self.approve(hilang)
        self.assertEqual(hilang.number, f"001/BA-HILANG/T01/{self.today.year}")
        self.assertEqual(
            self.name_of(hilang),
            f"BA-kehilangan_001-BA-HILANG-T01-{self.today.year}_T01",
        )

    def test_the_language_of_the_screen_does_not_matter(self):
        hilang = self.hilang()
        self.clerk_a.lang = "en_US"
        self.assertEqual(self.name_of(hilang), "BA-kehilangan_konsep_T01")

    def test_several_at_once(self):
        both = self.hilang() | self.hilang(self.asset_a)
        self.assertEqual(self.name_of(both), "BA-kehilangan_2-dokumen_T01")
        of_both_units = both | self.hilang(
            self.asset_a1, self.clerk_a1, unit_id=self.unit_a1.id
        )
        self.assertEqual(self.name_of(of_both_units), "BA-kehilangan_3-dokumen")

    def test_the_name_is_told_to_readers_only(self):
        hilang = self.hilang()
        with self.assertRaises(AccessError):
            self.name_of(hilang, self.clerk_b)


@tagged("post_install", "-at_install")
class TestPrintedFiles(NamesMixin, LifecycleMixin, SipbdHttpCase):
    def test_every_way_names_it_the_same(self):
        self.car = self.asset_a
        self.today = self.env.company._pemda_today()
        hilang = self.hilang()
        self.env.flush_all()
        self.authenticate("clerk_a", "clerk_a-clerk_a")
        token = {"csrf_token": Request.csrf_token(self)}
        core = f"/report/pdf/{REPORT}/{hilang.id}"
        ours = {"report": REPORT, "ids": json.dumps(hilang.ids), "name": "BA"}
        for kind, response in (
            ("attachment", self.url_open("/pemda_report/print", {**ours, **token})),
            ("inline", self.url_open(core)),
            (
                "attachment",
                self.url_open(
                    "/report/download",
                    {"data": json.dumps([core, "qweb-pdf"]), **token},
                ),
            ),
        ):
            with self.subTest(url=response.url):
                self.assertTrue(response.content.startswith(b"%PDF"))
                self.assertEqual(
                    response.headers["Content-Disposition"],
                    f"{kind}; filename*=UTF-8''BA-kehilangan_konsep_T01.pdf",
                )
