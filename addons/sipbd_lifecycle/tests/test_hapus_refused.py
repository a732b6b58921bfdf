"""Write-offs that are not made: a clear sentence, and nothing half done."""

from datetime import date

from psycopg2 import IntegrityError

from odoo import Command
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .hapus_common import HapusCase


@tagged("post_install", "-at_install")
class TestHapusRefused(HapusCase):
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
        self.assertIn("Not attached yet", hapus.kurang)
        self.attach(hapus, "hapus_kehilangan")
        hapus.invalidate_recordset()
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

    def test_still_handed_over(self):
        person = self.env["hr.employee"].create({"name": "Pemakai"})
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
        person = self.env["hr.employee"].create({"name": "Pemakai"})
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
