"""Penghapusan: from the usul to the decree and the ledger, and what stands between."""

from datetime import date

from psycopg2 import IntegrityError

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.sipbd.tests.common import CAR, LAND

from .common import LifecycleCase


class HapusCase(LifecycleCase):
    """Three badly damaged goods of OPD A, one of them in its UPT."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.bupati = cls.make_user("lc_bupati", "kepala_daerah", cls.root)
        cls.way = (cls.ppb_a, cls.pengguna_a, cls.ppb, cls.bupati, cls.pengelola)
        cls.today = cls.env.company._pemda_today()
        cls.damaged = cls.asset_a | cls.asset_a1
        for user, unit in ((cls.clerk_a, cls.opd_a),):
            cls.damaged |= cls.make_asset(user, unit, CAR, nilai_perolehan=90_000_000)
        for asset in cls.damaged:
            cls.book(asset, kondisi="RB")

    @classmethod
    def book(cls, asset, kind="0703", **vals):
        cls.env["sipbd.asset"].sudo()._book(
            [{"asset_id": asset.id, "kind": kind, **cls.document("2025-01-02"), **vals}]
        )

    @classmethod
    def cause(cls, code):
        return cls.env.ref(f"sipbd_lifecycle.sebab_{code}")

    @classmethod
    def papers(cls, *codes, day="2026-01-05"):
        return [
            Command.create(
                {
                    "jenis_id": cls.env.ref(f"sipbd_lifecycle.jenis_{code}").id,
                    "number": f"{code}/1/2026",
                    "date": day,
                }
            )
            for code in codes
        ]

    @classmethod
    def make_hapus(
        cls, assets=None, cause="rusak_berat", papers=None, user=None, **vals
    ):
        """A draft of the clerk of OPD A with the papers that its cause needs."""
        sebab = cls.cause(cause)
        if papers is None:
            papers = sebab.jenis_ids.mapped("code")
        return cls.make_document(
            "sipbd.hapus",
            cls.damaged if assets is None else assets,
            user,
            sebab_id=sebab.id,
            reason="Rusak berat dan tidak bernilai ekonomis",
            dokumen_ids=cls.papers(*papers),
            **vals,
        )

    def approved(self, *args, way=None, **vals):
        hapus = self.make_hapus(*args, **vals)
        hapus.action_submit()
        self.run_through(hapus, way or self.way)
        self.assertEqual(hapus.state, "approved")
        return hapus

    def attach(self, document, requirement):
        self.env["ir.attachment"].with_user(document.env.user).create(
            {
                "name": "surat.pdf",
                "raw": b"%PDF-1.4",
                "res_model": document._name,
                "res_id": document.id,
                "approval_requirement_id": self.env.ref(
                    f"sipbd_lifecycle.attachment_{requirement}"
                ).id,
            }
        )


@tagged("post_install", "-at_install")
class TestHapus(HapusCase):
    def test_from_usul_to_the_ledger(self):
        hapus = self.make_hapus()
        self.assertEqual((hapus.line_count, hapus.nilai), (3, 93_000_000))
        self.assertEqual(hapus.line_ids.sebab_id, self.cause("rusak_berat"))
        hapus.action_submit()
        for user in self.way[:-1]:
            self.decide(hapus, user)
            self.assertEqual(set(self.damaged.mapped("state")), {"aktif"})
        year = self.today.year
        self.assertEqual(hapus.usul_number, f"001/USUL-HAPUS/T01/{year}")
        self.decide(hapus, self.pengelola)
        self.assertEqual(hapus.number, f"030/001/SK-HAPUS/{year}")
        for asset in self.damaged:
            entry = asset.entry_ids.sorted("id")[-1]
            self.assertEqual(
                (asset.state, asset.jumlah, asset.nilai_perolehan), ("akhir", 0, 0)
            )
            self.assertEqual(
                (entry.kind, entry.booking_date, entry.document_number),
                ("1406", self.today, hapus.number),
            )
            self.assertEqual(entry.create_uid, self.pengelola)
        self.assertEqual(
            self.env["sipbd.asset"]._ledger_differences(self.damaged.ids), []
        )

    def test_depreciation_stops(self):
        self.approved()
        asset = self.damaged[0]
        self.assertIsNone(asset._penyusutan_preview()[asset.id]["after"])

    def test_the_request_agrees_with_the_document_for_ever(self):
        hapus = self.approved()
        request = hapus.sudo().request_id
        self.assertEqual(hapus._approval_hashes()[hapus.id], request.document_hash)

    def test_after_destruction_the_kepala_daerah_is_not_asked_again(self):
        hapus = self.approved(
            cause="pemusnahan",
            way=(self.ppb_a, self.pengguna_a, self.ppb, self.pengelola),
        )
        self.assertFalse(hapus.perlu)
        kinds = set(
            self.damaged.entry_ids.filtered(lambda e: e.nilai < 0).mapped("kind")
        )
        self.assertEqual(kinds, {"1405"})

    def test_not_past_the_document(self):
        """The form of the register neither undoes it nor, if the pemda says so, does
        the same without one."""
        hapus = self.approved(self.damaged[:2])
        wizard = self.env["sipbd.entry.wizard"].with_user(self.manager)
        document = self.document(self.today, document_kind="sk")
        undo = wizard.create(
            {"asset_id": self.damaged[0].id, "act": "batal", **document}
        )
        with self.assertRaisesRegex(UserError, "Cancel that document"):
            undo.action_book()
        self.assertIn(hapus.number, undo.preview)
        self.env.ref("sipbd_lifecycle.kind_hapus").only_by_document = True
        vals = {"act": "akhiri", "end_kind": "1406", **document}
        end = wizard.create({"asset_id": self.damaged[2].id, **vals})
        with self.assertRaisesRegex(UserError, "takes a document"):
            end.action_book()

    def test_goods_chosen_in_the_register(self):
        action = self.damaged.with_user(self.clerk_a).action_propose_hapus()
        hapus = self.env["sipbd.hapus"].browse(action["res_id"])
        self.assertEqual(hapus.line_ids.asset_id, self.damaged)
        self.assertEqual(hapus.unit_id, self.opd_a)
        self.assertEqual(hapus.line_ids.sebab_id, self.cause("rusak_berat"))
        hapus.dokumen_ids = self.papers("ba_penelitian")
        with self.assertRaisesRegex(UserError, "for which reason"):
            hapus.action_submit()
        only = self.asset_a1.with_user(self.clerk_a1).action_propose_hapus()
        only = self.env["sipbd.hapus"].browse(only["res_id"])
        self.assertEqual(only.unit_id, self.unit_a1)
        both = (self.asset_a | self.asset_b).with_user(self.manager)
        with self.assertRaisesRegex(UserError, "several OPD"):
            both.action_propose_hapus()
        for user in (self.clerk_b, self.head_a):
            with self.assertRaises(AccessError):
                self.damaged.with_user(user).action_propose_hapus()

    def test_table_without_the_row_no_step(self):
        self.env.ref("sipbd_lifecycle.syarat_kepala_daerah").date_to = date(2020, 1, 1)
        self.approved(way=(self.ppb_a, self.pengguna_a, self.ppb, self.pengelola))

    def test_goods_at_the_pengelola_are_decreed_by_the_kepala_daerah(self):
        hapus = self.make_hapus(penguasaan="pengelola")
        with self.assertRaisesRegex(UserError, "by the pengurus barang pengelola"):
            hapus.action_submit()
        hapus = self.make_hapus(penguasaan="pengelola", user=self.manager)
        hapus.action_submit()
        self.run_through(hapus, (self.ppb, self.pengelola))
        self.assertEqual(hapus.state, "running")
        self.decide(hapus, self.bupati)
        self.assertEqual(hapus.number, f"030/001/KEP-HAPUS/{self.today.year}")

    def test_two_kinds_are_submitted_in_one_go(self):
        one = self.make_hapus(self.damaged[:1])
        two = self.make_hapus(
            self.damaged[1:], penguasaan="pengelola", user=self.manager
        )
        (one | two).with_user(self.manager).action_submit()
        kinds = (one | two).sudo().request_id.kind_id.mapped("code")
        self.assertEqual(sorted(kinds), ["sipbd_hapus", "sipbd_hapus_pengelola"])

    def test_several_causes_in_one_document(self):
        hapus = self.make_hapus(papers=["ba_penelitian", "putusan"])
        line = hapus.line_ids[0]
        line.sebab_id = self.cause("putusan")
        self.attach(hapus, "hapus_putusan")
        hapus.action_submit()
        self.run_through(hapus, self.way)
        entry = line.asset_id.entry_ids.sorted("id")[-1]
        self.assertEqual(entry.kind, "1403")
        others = (hapus.line_ids - line).asset_id
        self.assertEqual(
            {asset.entry_ids.sorted("id")[-1].kind for asset in others}, {"1406"}
        )

    def test_lines_follow_the_cause_of_the_document(self):
        hapus = self.make_hapus()
        hapus.line_ids[0].sebab_id = self.cause("kahar")
        hapus.sebab_id = self.cause("hilang")
        self.assertEqual(hapus.line_ids.mapped("sebab_id.code"), ["kahar", "hilang"])

    def test_what_should_be_looked_at_does_not_stop_it(self):
        asset = self.make_asset(self.clerk_a, self.opd_a, CAR)
        hapus = self.make_hapus(asset)
        for text in (
            "1 goods still stand under their own code",
            "1 goods are not in that condition",
            "1 goods still have a book value, Rp1.500.000",
            "1 goods no depreciation has been computed",
            "1 goods have no photo",
        ):
            self.assertIn(text.replace("of ", ""), hapus.peringatan.replace("of ", ""))
        hapus.action_submit()
        self.assertEqual(hapus.state, "running")

    def test_reclassified_goods_need_no_reminder(self):
        asset = self.damaged[2]
        other = self.kode("1.5.4.01.01.01.002")
        asset.with_user(self.clerk_a)._reclassify(
            other, self.document("2025-02-03"), "0603"
        )
        self.assertNotIn("own code", self.make_hapus(asset).peringatan or "")


@tagged("post_install", "-at_install")
class TestHapusRefused(HapusCase):
    """Bad cases: a clear sentence, and nothing half done."""

    def refused(self, text, hapus):
        with self.assertRaisesRegex(UserError, text):
            hapus.action_submit()
        self.assertEqual(hapus.state, "draft")

    def stopped(self, text, change, hapus=None):
        """What was right at submission is not any more: the decree is refused."""
        hapus = hapus or self.make_hapus()
        hapus.action_submit()
        self.run_through(hapus, self.way[:-1])
        change(hapus)
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env["sipbd.entry"].search_count([("kind", "=like", "14%")])
        with self.assertRaisesRegex(UserError, text):
            self.decide(hapus, self.pengelola)
        self.assertEqual(hapus.state, "running")
        after = self.env["sipbd.entry"].search_count([("kind", "=like", "14%")])
        self.assertEqual(before, after)

    def test_without_goods(self):
        self.refused("no goods", self.make_hapus(self.env["sipbd.asset"]))

    def test_cause_without_its_document(self):
        self.refused(
            "Badly damaged.*needs: Report of the exam", self.make_hapus(papers=[])
        )
        hapus = self.make_hapus(cause="hilang", papers=["ba_penelitian"])
        self.refused("Lost.*police.*TGR", hapus)

    def test_lost_without_the_scan_of_the_police(self):
        hapus = self.make_hapus(cause="hilang")
        self.refused("Not attached yet: “Report to the police”", hapus)
        self.attach(hapus, "hapus_kehilangan")
        hapus.action_submit()

    def test_what_is_missing_is_told_before(self):
        hapus = self.make_hapus(cause="hilang", papers=["ba_penelitian"])
        self.assertIn("police", hapus.kurang)
        hapus.dokumen_ids = self.papers("laporan_kehilangan", "tgr")
        self.assertFalse(hapus.kurang)

    def test_document_of_tomorrow(self):
        hapus = self.make_hapus(papers=[])
        hapus.dokumen_ids = self.papers("ba_penelitian", day="2099-01-01")
        self.refused("dated after the day", hapus)

    def test_without_a_cause(self):
        hapus = self.make_hapus()
        hapus.line_ids[1].sebab_id = False
        self.refused("say why it is struck off", hapus)

    def test_cause_that_is_not_in_force(self):
        hapus = self.make_hapus()
        self.cause("rusak_berat").date_to = date(2020, 1, 1)
        self.refused("not in force", hapus)

    def test_dprd_has_to_agree_to_the_sale_of_land(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        hapus = self.make_hapus(land, cause="penjualan")
        self.assertTrue(hapus.perlu_dprd)
        self.assertIn("DPRD: Title to land or buildings, 1 goods", hapus.perlu)
        self.assertIn("not confirmed", hapus.perlu)
        self.refused("approval of the DPRD are missing.*land or build", hapus)
        hapus.dprd_number = "172/9/2026"
        self.refused("approval of the DPRD are missing", hapus)
        hapus.dprd_date = date(2026, 2, 3)
        hapus.action_submit()
        self.run_through(hapus, (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola))
        self.assertEqual(land.entry_ids.sorted("id")[-1].kind, "1402")

    def test_blanks_are_no_approval_of_the_dprd(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        hapus = self.make_hapus(
            land, cause="penjualan", dprd_number="  ", dprd_date=date(2026, 2, 3)
        )
        self.refused("approval of the DPRD are missing", hapus)
        hapus.dprd_number = "172/9/2026"
        hapus.dokumen_ids[0].number = " "
        self.refused("has no number", hapus)

    @mute_logger("odoo.sql_db")
    def test_days_that_nobody_means(self):
        hapus = self.make_hapus()
        for change in (
            lambda: hapus.write({"dprd_date": date(1, 1, 1)}),
            lambda: hapus.dokumen_ids[0].write({"date": date(1, 1, 1)}),
        ):
            with self.assertRaises(IntegrityError), self.cr.savepoint():
                change()
                self.env.flush_all()

    def test_papers_and_goods_stay_with_their_document(self):
        """Else a clerk could write into the draft of another OPD."""
        hapus = self.make_hapus()
        other = self.make_document(
            "sipbd.hapus", self.asset_b, self.clerk_b, unit_id=self.opd_b.id
        )
        for change in (
            lambda: hapus.dokumen_ids.write({"document_id": other.id}),
            lambda: other.write({"dokumen_ids": [Command.link(hapus.dokumen_ids.id)]}),
            lambda: hapus.line_ids[0].write({"document_id": other.id}),
        ):
            with self.assertRaises(UserError):
                change()
        self.assertFalse(other.dokumen_ids)

    def test_exception_instead_of_the_dprd(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        ground = self.env.ref("sipbd_lifecycle.kecuali_kepentingan_umum")
        hapus = self.make_hapus(land, cause="hibah", kecuali_id=ground.id)
        told = dict(hapus.sudo()._approval_preview())
        self.assertIn("331-337", told["Without the DPRD because"])
        self.assertIn("not confirmed", told["Without the DPRD because"])
        hapus.action_submit()
        self.assertEqual(hapus.state, "running")

    def test_exception_that_is_not_in_force(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        ground = self.env.ref("sipbd_lifecycle.kecuali_kepentingan_umum")
        hapus = self.make_hapus(land, cause="hibah", kecuali_id=ground.id)
        ground.date_to = date(2020, 1, 1)
        self.refused("public interest.* not in force", hapus)

    def test_exception_of_another_approval(self):
        land = self.make_asset(self.clerk_a, self.opd_a, LAND)
        ground = self.env.ref("sipbd_lifecycle.kecuali_kepentingan_umum")
        hapus = self.make_hapus(land, cause="hibah", kecuali_id=ground.id)
        ground.syarat_ids = self.env.ref("sipbd_lifecycle.syarat_dprd_lain")
        self.refused("approval of the DPRD are missing.*land or build", hapus)

    def test_dprd_above_five_billion_only(self):
        car = self.make_asset(
            self.clerk_a, self.opd_a, CAR, nilai_perolehan=5_000_000_001
        )
        hapus = self.make_hapus(car, cause="penjualan")
        self.assertTrue(hapus.perlu_dprd)
        hapus.line_ids.nilai_wajar = 5_000_000_000
        self.assertFalse(hapus.perlu_dprd)
        hapus.action_submit()

    def test_still_handed_over(self):
        person = self.env["hr.employee"].create({"name": "Pemegang"})
        self.book(self.damaged[1], "1301", holder_id=person.id)
        self.refused("still handed over", self.make_hapus())

    def test_not_reclassified_where_the_pemda_wants_it(self):
        self.cause("rusak_berat").reklas = "tolak"
        self.refused("has not been reclassified", self.make_hapus())

    def test_struck_off_meanwhile(self):
        def end(hapus):
            self.damaged[0].with_user(self.manager)._end(
                "1406",
                self.document("2026-02-03", document_kind="sk"),
            )

        self.stopped("no longer in the register", end)

    def test_handed_over_meanwhile(self):
        person = self.env["hr.employee"].create({"name": "Pemegang"})
        self.stopped(
            "still handed over",
            lambda hapus: self.book(self.damaged[1], "1301", holder_id=person.id),
        )

    def test_worth_more_meanwhile(self):
        self.stopped(
            "have changed since",
            lambda hapus: self.book(self.damaged[1], "0701", nilai=1000),
        )

    def test_table_asks_for_more_meanwhile(self):
        def ask(hapus):
            self.env["sipbd.hapus.syarat"].create(
                {
                    "name": "Whatever it is",
                    "approver": "dprd",
                    "date_from": "2020-01-01",
                    "legal_basis": "Perda 1/2026",
                }
            )

        self.stopped("approval of the DPRD are missing.*Perda 1/2026", ask)

    def test_period_closed_meanwhile(self):
        def close(hapus):
            self.env.cr.execute(
                "INSERT INTO sipbd_period (name, date_from, date_to, months, state)"
                " VALUES ('uji', %s, %s, '6', 'closed')",
                (f"{self.today.year}-07-01", f"{self.today.year}-12-31"),
            )

        self.stopped("is closed", close)

    def test_in_another_document_on_its_way(self):
        first = self.make_hapus(self.damaged[:2])
        first.action_submit()
        self.refused("stands in another document", self.make_hapus(self.damaged[1:]))

    def test_changed_past_the_engine(self):
        def forge(hapus):
            self.env.cr.execute(
                "UPDATE sipbd_hapus SET reason = 'lain' WHERE id = %s", (hapus.id,)
            )

        self.stopped("not as it was submitted", forge)

    def test_nothing_is_written_after_submission(self):
        hapus = self.make_hapus()
        hapus.action_submit()
        for change in (
            lambda: hapus.write({"reason": "lain"}),
            lambda: hapus.write({"dprd_number": "1"}),
            lambda: hapus.write({"sebab_id": self.cause("hilang").id}),
            lambda: hapus.line_ids[0].write({"sebab_id": self.cause("hilang").id}),
            lambda: hapus.line_ids[0].write({"nilai_wajar": 1}),
            lambda: hapus.line_ids[0].unlink(),
            lambda: hapus.dokumen_ids[0].write({"number": "lain"}),
            lambda: hapus.dokumen_ids.unlink(),
            lambda: hapus.write({"dokumen_ids": self.papers("lain")}),
            lambda: hapus._add_goods(self.asset_a),
        ):
            with self.assertRaisesRegex(UserError, "was submitted"):
                change()

    def test_numbers_come_from_decisions(self):
        hapus = self.make_hapus()
        for vals in ({"usul_number": "1"}, {"number": "1"}, {"state": "approved"}):
            with self.assertRaises(AccessError):
                hapus.write(vals)
        with self.assertRaises(AccessError):
            hapus.line_ids[0].write({"nilai": 1})

    def test_whoever_made_it_does_not_decide(self):
        self.appoint(self.clerk_a, "ppb_pengguna", self.opd_a, capacity="plh")
        hapus = self.make_hapus()
        hapus.action_submit()
        with self.assertRaises(UserError):
            self.decide(hapus, self.clerk_a)

    def test_goods_of_another_opd(self):
        hapus = self.make_hapus()
        with self.assertRaises(AccessError):
            hapus._add_goods(self.asset_b.with_user(self.clerk_a))

    def test_clerk_of_another_opd(self):
        hapus = self.make_hapus()
        for act in ("action_submit", "action_withdraw", "action_open_lines"):
            with self.assertRaises(AccessError):
                getattr(hapus.with_user(self.clerk_b), act)()

    def test_rejected_then_proposed_again(self):
        hapus = self.make_hapus()
        hapus.action_submit()
        self.decide(hapus, self.ppb_a)
        self.decide(hapus, self.pengguna_a, "reject", "masih dipakai")
        self.assertEqual(hapus.state, "rejected")
        with self.assertRaises(UserError):
            hapus.action_submit()
        self.approved()

    def test_returned_and_corrected(self):
        hapus = self.make_hapus()
        hapus.action_submit()
        self.run_through(hapus, self.way[:3])
        number = hapus.usul_number
        self.decide(hapus, self.bupati, "return", "keluarkan mobil")
        hapus.line_ids.filtered(lambda line: line.asset_id == self.damaged[2]).unlink()
        hapus.action_submit()
        self.run_through(hapus, self.way)
        self.assertEqual(self.damaged[2].state, "aktif")
        self.assertEqual((hapus.line_count, hapus.usul_number), (2, number))


@tagged("post_install", "-at_install")
class TestHapusSettings(HapusCase):
    def test_admin_keeps_the_tables(self):
        admin = self.make_user("lc_admin", "admin_pemda", self.root)
        row = self.env.ref("sipbd_lifecycle.syarat_dprd_lain").with_user(admin)
        row.write({"amount_above": 10_000_000_000, "unconfirmed": False})
        with self.assertRaises(AccessError):
            row.with_user(self.clerk_a).write({"amount_above": 0})

    def test_codes_are_checked(self):
        row = self.env.ref("sipbd_lifecycle.syarat_dprd_lain")
        with self.assertRaisesRegex(UserError, "beginning of a code"):
            row.code_prefixes = "1.3.x"
        with self.assertRaisesRegex(UserError, "one word"):
            self.cause("hilang").code = "tidak ada"
        with self.assertRaisesRegex(UserError, "to which code"):
            self.cause("kahar").reklas = "tolak"
