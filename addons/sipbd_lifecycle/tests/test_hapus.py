"""Penghapusan: from the usul to the decree and the ledger."""

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from odoo.addons.sipbd.tests.common import CAR

from .hapus_common import HapusCase


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
