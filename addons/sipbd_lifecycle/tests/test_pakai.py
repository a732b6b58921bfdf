from datetime import timedelta

from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from odoo.addons.sipbd.tests.common import CAR
from odoo.addons.sipbd.tests.test_rooms import NIP_A, NIP_A1, NIP_B, PeopleMixin

from .common import LifecycleCase


class PakaiCase(PeopleMixin, LifecycleCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.car = cls.make_asset(
            cls.clerk_a, cls.opd_a, CAR, nomor_polisi="B 1234 XYZ", nomor_rangka="R-77"
        )
        cls.today = cls.env.company._pemda_today()

    def pakai(self, assets=None, user=None, **vals):
        return self.make_document(
            "sipbd.pakai",
            self.car if assets is None else assets,
            user,
            **{"holder_nip": NIP_A, "reason": "Tugas lapangan", **vals},
        )

    def approve(self, *documents):
        for document in documents:
            document.action_submit()
            self.run_through(document, (self.ppb_a, self.pengguna_a))
        return documents[0]

    def back(self, assets=None, **vals):
        return self.pakai(assets, jenis="kembali", **vals)

    def entries(self, asset, kinds=("1301", "1302")):
        return self.env["sipbd.entry"].search(
            [("asset_id", "=", asset.id), ("kind", "in", kinds)],
            order="booking_date, id",
        )


@tagged("post_install", "-at_install")
class TestPakai(PakaiCase):
    def test_handed_over(self):
        pakai = self.pakai()
        self.assertEqual(
            (pakai.holder_name, pakai.holder_unit), ("Budi Santoso", "Dinas Uji")
        )
        self.assertEqual(pakai.line_ids.nomor_polisi, "B 1234 XYZ")
        pakai.line_ids.kelengkapan = "STNK, 2 kunci"
        self.assertIs(pakai.action_submit(), True)
        self.decide(pakai, self.ppb_a)
        self.assertFalse(self.car.holder_id)
        self.decide(pakai, self.pengguna_a)
        self.assertEqual(pakai.state, "approved")
        self.assertEqual(self.car.holder_id, self.budi)
        entry = self.entries(self.car)
        self.assertEqual(entry.kind, "1301")
        self.assertEqual(
            (entry.document_kind, entry.document_number, entry.document_date),
            ("bast", pakai.number, self.today),
        )
        self.assertIn("BAST-PAKAI", pakai.number)

    def test_clerk_makes_it_on_the_form(self):
        pakai = self.env["sipbd.pakai"].with_user(self.clerk_a)
        form = Form(pakai.with_context(default_jenis="serah"))
        form.holder_nip = "19850101 201001 1 001"
        self.assertEqual(form.holder_info, "Budi Santoso, Dinas Uji")
        form.reason = "Tugas"
        pakai = form.save()
        self.assertEqual((pakai.unit_id, pakai.holder_nip), (self.opd_a, NIP_A))
        shown = pakai.with_user(self.pengguna_a).read(["holder_info"])[0]
        self.assertEqual(shown["holder_info"], "Budi Santoso, Dinas Uji")

    def test_returned_in_another_condition(self):
        self.approve(self.pakai())
        back = self.back()
        back.line_ids.kondisi_kembali = "RB"
        self.approve(back)
        self.assertFalse(self.car.holder_id)
        self.assertEqual(self.car.kondisi, "RB")
        self.assertIn("BA-KEMBALI", back.number)
        self.assertEqual(self.entries(self.car).mapped("kind"), ["1301", "1302"])

    def test_somebody_else_has_it(self):
        self.approve(self.pakai())
        other = self.pakai(holder_nip=NIP_A1)
        with self.assertRaisesRegex(UserError, "is with Budi Santoso"):
            other.action_submit()
        other.oper = True
        self.approve(other)
        self.assertEqual(self.car.holder_id, self.siti)
        kinds = self.entries(self.car).mapped("kind")
        self.assertEqual(kinds, ["1301", "1302", "1301"])
        with self.assertRaisesRegex(UserError, "has .* already"):
            self.pakai(holder_nip=NIP_A1).action_submit()
        with self.assertRaisesRegex(UserError, "not with this custodian any more"):
            self.back().action_submit()

    def test_who_takes_no_goods(self):
        for nip, why in (
            ("", "18 digits"),
            (NIP_A[:-1], "18 digits"),
            ("0" * 18, "Nobody"),
            ("Budi Santoso", "18 digits"),
            ("x" * 5000, "18 digits"),
            ("'; DROP TABLE sipbd_asset; --", "18 digits"),
        ):
            with self.assertRaisesRegex(UserError, why):
                self.pakai(holder_nip=nip)
        with self.assertRaisesRegex(UserError, "does not serve in Dinas Uji"):
            self.pakai(holder_nip=NIP_B).action_submit()
        self.siti.department_id = False
        with self.assertRaisesRegex(UserError, "does not serve in Dinas Uji"):
            self.pakai(holder_nip=NIP_A1).action_submit()
        with self.assertRaisesRegex(UserError, "is past"):
            self.pakai(until=self.today - timedelta(days=1)).action_submit()

    def test_who_retires_takes_nothing_and_returns_what_he_has(self):
        self.approve(self.pakai())
        draft = self.pakai(self.asset_a)
        self.budi.active = False
        with self.assertRaisesRegex(UserError, "no longer in service"):
            draft.action_submit()
        self.approve(self.back())
        self.assertFalse(self.car.holder_id)

    def test_he_retires_while_it_is_on_its_way(self):
        pakai = self.pakai()
        pakai.action_submit()
        self.decide(pakai, self.ppb_a)
        self.budi.departure_date = self.today
        with self.assertRaisesRegex(UserError, "no longer in service"):
            self.decide(pakai, self.pengguna_a)
        self.assertEqual((pakai.state, self.car.holder_id.id), ("running", False))

    def test_who_died_takes_nothing(self):
        """As the personnel register has it, where there is one."""
        if "asn_aktif" not in self.budi._fields:
            self.skipTest("without the personnel register")
        draft, version = self.pakai(), self.budi.current_version_id
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE hr_version SET status_asn = 'pns', asn_aktif = FALSE,"
            " kedudukan_hukum_id = (SELECT min(id) FROM sikda_kedudukan_hukum)"
            " WHERE id = %s",
            (version.id,),
        )
        self.env.invalidate_all()
        with self.assertRaisesRegex(UserError, "no longer in service"):
            draft.action_submit()
        self.env.cr.execute("UPDATE hr_version SET asn_aktif = TRUE")
        self.env.invalidate_all()
        draft.action_submit()

    def test_a_client_does_not_say_who_the_person_is(self):
        pakai = self.pakai()
        for vals in (
            {"holder_id": self.joko.id},
            {"holder_name": "Orang Lain"},
            {"holder_unit": "Unit Lain"},
        ):
            with self.assertRaises(AccessError):
                pakai.write(vals)
            made = self.env["sipbd.pakai"].with_user(self.clerk_a)
            try:
                made = made.create(
                    {
                        "unit_id": self.opd_a.id,
                        "holder_nip": NIP_A,
                        "reason": "x",
                        **vals,
                    }
                )
            except AccessError:
                continue
            self.assertEqual(made.holder_id, self.budi)
        pakai.write({"holder_nip": NIP_A1})
        self.assertEqual(
            (pakai.holder_id, pakai.holder_name), (self.siti, "Siti Budiarti")
        )

    def test_stays_as_it_was_submitted(self):
        pakai = self.pakai()
        pakai.action_submit()
        for vals in ({"reason": "Lain"}, {"holder_nip": NIP_A1}, {"oper": True}):
            with self.assertRaisesRegex(UserError, "stays as it is"):
                pakai.write(vals)
        with self.assertRaisesRegex(UserError, "stays as it is"):
            pakai.line_ids.write({"kelengkapan": "x"})
        with self.assertRaises(AccessError):
            self.pakai(self.asset_a).line_ids.write({"nomor_polisi": "B 1 A"})

    def test_post_and_rank_go_with_the_person(self):
        self.budi.job_title = "Kepala Seksi"
        self.siti.job_title = "Penyuluh"
        self.joko.job_title = "Sekretaris"
        pakai = self.pakai(holder_pangkat="Penata, III/c")
        self.assertEqual(
            (pakai.holder_jabatan, pakai.holder_pangkat),
            ("Kepala Seksi", "Penata, III/c"),
        )
        pakai.holder_nip = NIP_A1
        self.assertEqual(pakai.holder_jabatan, "Penyuluh")
        self.assertNotEqual(pakai.holder_pangkat, "Penata, III/c")
        pakai.holder_nip = NIP_B
        self.assertFalse(pakai.holder_jabatan)
        pakai.write({"holder_nip": NIP_A, "holder_jabatan": "Plt. Camat"})
        self.assertEqual(pakai.holder_jabatan, "Plt. Camat")

    def test_in_one_running_document(self):
        first, second = self.pakai(), self.pakai(holder_nip=NIP_A1)
        first.action_submit()
        with self.assertRaisesRegex(UserError, "another document on its way"):
            second.action_submit()
        mutasi = self.make_document(
            "sipbd.mutasi", self.car, to_unit_id=self.unit_a1.id, reason="x"
        )
        with self.assertRaisesRegex(UserError, "another document on its way"):
            mutasi.action_submit()
        first.action_withdraw()
        second.action_submit()

    def test_struck_off_meanwhile(self):
        pakai = self.pakai()
        pakai.action_submit()
        self.decide(pakai, self.ppb_a)
        decree = self.document(str(self.today), document_kind="sk")
        self.car.sudo()._end("1406", decree)
        with self.assertRaisesRegex(UserError, "no longer in the register"):
            self.decide(pakai, self.pengguna_a)

    def test_of_another_opd(self):
        with self.assertRaises(AccessError):
            self.pakai(self.asset_b)
        pakai = self.pakai()
        with self.assertRaises(AccessError):
            pakai.with_user(self.clerk_b).read(["holder_name"])
        with self.assertRaises(AccessError):
            pakai.with_user(self.clerk_b).action_submit()
        with self.assertRaises(AccessError):
            pakai.with_user(self.head_a).write({"reason": "x"})
        with self.assertRaises(AccessError):
            self.pakai(user=self.clerk_b)

    def test_adding_by_filter(self):
        self.approve(self.pakai())
        other = self.pakai(self.asset_a, holder_nip=NIP_A1)
        found = self.env["sipbd.asset"].with_user(self.clerk_a)
        self.assertNotIn(self.car, found.search(other._goods_domain()))
        other.oper = True
        self.assertIn(self.car, found.search(other._goods_domain()))
        back = self.back()
        self.assertEqual(found.search(back._goods_domain()), self.car)
