from psycopg2 import IntegrityError

from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import PemdaCase


@tagged("post_install", "-at_install")
class TestUnit(PemdaCase):
    def test_path_leaves_out_the_pemda(self):
        self.assertEqual(self.unit_a1.complete_name, "Dinas Uji / UPT Uji")
        self.opd_a.name = "Dinas Baru"
        self.assertEqual(self.unit_a1.complete_name, "Dinas Baru / UPT Uji")

    def test_is_shown_by_its_own_name_and_its_opd(self):
        room = self.make_unit("T01.01.01", "Ruang Arsip", "ruang", self.unit_a1)
        self.assertEqual(room.display_name, "Ruang Arsip · Dinas Uji")
        self.opd_a.name = "Dinas Baru"
        self.assertEqual(room.display_name, "Ruang Arsip · Dinas Baru")
        short = room.with_context(hierarchical_naming=False)
        self.assertEqual(short.display_name, "Ruang Arsip")
        self.assertEqual(self.opd_a.display_name, "Dinas Baru")
        self.assertEqual(self.root.display_name, self.root.name)

    def test_opd_is_the_nearest_pengguna_barang(self):
        room = self.make_unit("T01.01.01", "Ruang Arsip", "ruang", self.unit_a1)
        self.assertEqual(room.opd_id, self.opd_a)
        room.parent_id = self.opd_b
        self.assertEqual(room.opd_id, self.opd_b)
        self.assertFalse(self.root.opd_id)

    def test_search_by_code_prefix_or_part_of_the_name(self):
        units = self.env["hr.department"]

        def found(text):
            return {unit_id for unit_id, _name in units.name_search(text)}

        self.assertEqual(found("T01.01"), {self.unit_a1.id})
        self.opd_a.code, self.unit_a1.code = "99.01", "99.01.02"
        self.assertEqual(found("99.01"), {self.opd_a.id, self.unit_a1.id})
        self.assertEqual(found("99.01.02"), {self.unit_a1.id})
        self.assertEqual(found("upt uj"), {self.unit_a1.id})

    def test_name_search_does_not_load_the_tree(self):
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(3):
            self.env["hr.department"].name_search("UPT Uji", limit=8)

    @mute_logger("odoo.sql_db")
    def test_code_is_unique(self):
        with self.assertRaises(IntegrityError), self.cr.savepoint():
            self.make_unit("T01", "Dinas Lain", "dinas", self.root)

    def test_code_needs_a_digit(self):
        for bad in ("..", " 01.00", "abc"):
            with self.subTest(bad), self.assertRaises(ValidationError):
                self.opd_a.code = bad

    def test_only_admin_pemda_changes_the_tree(self):
        clerk = self.make_user("unit_bkd", "bkd_staff", self.root)
        admin = self.make_user("unit_admin", "admin_pemda", self.root)
        with self.assertRaises(AccessError):
            self.opd_b.with_user(clerk).name = "Milik Saya"
        self.opd_b.with_user(admin).name = "Badan Baru"
        self.assertEqual(self.opd_b.name, "Badan Baru")

    def test_letterhead_inherits_what_is_empty(self):
        self.root.write({"name": "Pemerintah Kabupaten Uji", "city": "Kota Uji"})
        self.opd_a.street = "Jalan Merdeka 1"
        letterhead = self.unit_a1._letterhead()
        self.assertEqual(
            letterhead["names"], ["PEMERINTAH KABUPATEN UJI", "DINAS UJI", "UPT UJI"]
        )
        self.assertEqual(letterhead["contact"], "Jalan Merdeka 1")
        self.assertEqual(letterhead["place"], "Kota Uji")

    def test_signers_prefer_the_acting_holder_and_the_nearest_unit(self):
        head = self.make_user("sign_head", "kepala_opd", self.opd_a)
        acting = self.make_user(
            "sign_plh",
            "kepala_opd",
            self.opd_a,
            capacity="plh",
            date_from="2026-03-01",
            date_to="2026-03-10",
        )

        def signer(day):
            (block,) = self.unit_a1._signers(["kepala_opd"], day)
            self.assertEqual(block["title"], "Kepala Dinas Uji")
            return block["capacity"], block["name"]

        self.assertEqual(signer("2026-03-11"), ("definitif", head.name))
        self.assertEqual(signer("2026-03-10"), ("plh", acting.name))
        (vacant,) = self.opd_b._signers(["kepala_opd"], "2026-03-11")
        self.assertEqual((vacant["title"], vacant["name"]), ("Kepala Badan Uji", ""))
