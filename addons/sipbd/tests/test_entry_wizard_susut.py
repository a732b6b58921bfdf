"""What the form of an entry says of depreciation before it is booked."""

import re

from odoo.exceptions import UserError
from odoo.tests import Form, tagged

from .common import CAR, LAND
from .test_penyusutan import ASIDE, GEDUNG, KDP, FigureCase


@tagged("post_install", "-at_install")
class TestEntryWizardDepreciation(FigureCase):
    """As the clerk: a car of 100 million, seven years, four semesters of them used."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.car = cls.buy(CAR, 100_000_000, "2022-01-10")

    def form(self, assets=None, user=None, **values):
        assets = (assets or self.car).with_user(user or self.clerk_a)
        context = assets.action_open_entry_wizard()["context"]
        wizards = self.env["sipbd.entry.wizard"].with_user(user or self.clerk_a)
        form = Form(wizards.with_context(**context))
        for name, value in {**self.document("2024-03-01"), **values}.items():
            form[name] = value
        return form

    def rows(self, form):
        """The preview as dict label -> (before, after), amounts in plain digits."""
        table = re.sub(
            r"Rp\s([-\d.]+),00",
            lambda amount: f"Rp {amount[1].replace('.', '')}",
            str(form.preview),
        )
        cells = r"<tr><th>(.*?)</th><td>(.*?)</td><td><b>(.*?)</b></td></tr>"
        return {
            label: (before, after) for label, before, after in re.findall(cells, table)
        }

    def assertRow(self, form, label, before, after):
        self.assertEqual(self.rows(form).get(label), (before, after), form.preview)

    def test_an_improvement(self):
        form = self.form(act="perbaikan", cost=25_000_000)
        rows = self.rows(form)
        self.assertEqual(rows["Share of the value"][1], "25,00 %")
        self.assertRegex(
            rows["Step of the table"][1],
            r"^1\.3\.2\.02\.01 .* 0,00 up to 25,00 % adds 1 years .*not confirmed",
        )
        self.assertEqual(rows["Life added"][1], "1 years")
        self.assertEqual(rows["Remaining useful life"], ("5 years", "6 years"))
        self.assertEqual(rows["Book value"], ("Rp 71428572", "Rp 96428572"))
        self.assertEqual(
            rows["Charge of 2024 Semester I"], ("Rp 7142857", "Rp 8035714")
        )

    def test_an_improvement_up_to_the_full_life(self):
        rows = self.rows(self.form(act="perbaikan", cost=90_000_000))
        self.assertEqual(rows["Life added"][1], "2 years, up to the full life")
        self.assertEqual(rows["Remaining useful life"], ("5 years", "7 years"))

    def test_an_improvement_of_what_the_table_does_not_name(self):
        self.env["sipbd.masa.manfaat.band"].search(
            [("prefix", "=like", "1.3.2.02%")]
        ).unlink()
        rows = self.rows(self.form(act="perbaikan", cost=25_000_000))
        self.assertIn("no step", rows["Step of the table"][1])
        self.assertEqual(rows["Remaining useful life"], ("5 years", "5 years"))

    def test_what_was_shown_is_what_the_run_gives(self):
        form = self.form(act="perbaikan", cost=25_000_000)
        form.save().action_book()
        self.generate(2024, 2024)
        self.run_to("2024-06-30")
        self.assertFigure(self.car, "2024-06-30", beban=8_035_714, sisa=11, masa=12)

    def test_a_corrected_value(self):
        form = self.form(act="nilai", new_nilai=88_000_000)
        self.assertRow(form, "Book value", "Rp 71428572", "Rp 59428572")
        self.assertRow(form, "Charge of 2024 Semester I", "Rp 7142857", "Rp 5942857")

    def test_a_value_below_what_was_depreciated_is_noticed(self):
        rows = self.rows(self.form(act="nilai", new_nilai=1_000_000))
        self.assertEqual(rows["Book value"][1], "Rp 0")
        self.assertIn("book value zero", rows["Noticed"][1])

    def test_struck_off(self):
        form = self.form(
            user=self.manager, act="akhiri", end_kind="1406", document_kind="sk"
        )
        self.assertRow(
            form,
            "Leaves the register",
            "-",
            "Rp 100000000 - accumulated Rp 28571428 = book value Rp 71428572",
        )
        self.assertRow(form, "Charge of 2024 Semester I", "Rp 7142857", "-")

    def test_to_aset_lain_lain(self):
        form = self.form(act="rusak")
        self.assertRow(form, "Depreciation", "Depreciated", "Frozen")
        self.assertRow(
            form,
            "Goes with it to the other place",
            "-",
            "Rp 100000000 - accumulated Rp 28571428 = book value Rp 71428572",
        )
        self.assertRow(form, "Charge of 2024 Semester I", "Rp 7142857", "Rp 0")

    def test_construction_that_is_finished_begins_its_life(self):
        works = self.buy(KDP, 500_000_000, "2022-01-10")
        form = self.form(works, act="selesai", new_code_id=self.kode(GEDUNG))
        self.assertRow(form, "Depreciation", "Not depreciated", "Depreciated")
        self.assertRow(form, "Remaining useful life", "-", "50 years")

    def test_land(self):
        land = self.buy(LAND, 500_000_000, "2022-01-10")
        form = self.form(land, act="nilai", new_nilai=1)
        self.assertRow(form, "Depreciation", "Not depreciated", "Not depreciated")

    def test_a_reversal(self):
        self.form(act="perbaikan", cost=25_000_000).save().action_book()
        form = self.form(act="batal", document_number="B/1")
        self.assertRow(form, "Remaining useful life", "6 years", "5 years")
        self.assertRow(form, "Book value", "Rp 96428572", "Rp 71428572")

    def test_many_at_once(self):
        other = self.buy(CAR, 100_000_000, "2022-01-10")
        form = self.form(
            self.car | other, act="kode", new_code_id=self.kode(ASIDE), cause="0603"
        )
        self.assertRow(form, "Book value", "Rp 142857144", "Rp 142857144")
        self.assertRow(form, "Charge of 2024 Semester I", "Rp 14285714", "Rp 0")

    def test_what_leaves_depreciation_alone(self):
        form = self.form(act="kondisi", new_kondisi="RR")
        self.assertNotIn("Book value", self.rows(form))

    def test_a_piece_takes_its_share_of_what_is_accumulated(self):
        form = self.form(act="pecah", new_jumlah=1)
        with form.piece_ids.new() as piece:
            piece.name, piece.nilai = "Bak", 25_000_000
            self.assertEqual(piece.akumulasi, 7_142_857)
        self.assertRow(form, "Book value", "Rp 71428572", "Rp 53571429")
        self.assertRow(
            form,
            "Bak",
            "-",
            "Rp 25000000 - accumulated Rp 7142857 = book value Rp 17857143",
        )
        form.save().action_book()
        self.generate(2024, 2024)
        self.run_to("2024-06-30")
        bak = self.env["sipbd.asset"].search([("name", "=", "Bak")])
        self.assertFigure(bak, "2024-06-30", akumulasi=7_142_857 + 1_785_714, sisa=9)
        self.assertFigure(
            self.car, "2024-06-30", akumulasi=21_428_571 + 5_357_143, sisa=9
        )

    def test_the_share_follows_the_date_and_can_be_typed(self):
        form = self.form(act="pecah", new_jumlah=1, document_date="2022-07-01")
        with form.piece_ids.new() as piece:
            piece.name, piece.nilai = "Bak", 25_000_000
            self.assertEqual(piece.akumulasi, 1_785_714)
            piece.akumulasi = 2_000_000
        wizard = form.save()
        self.assertEqual(wizard.piece_ids.akumulasi, 2_000_000)
        with form.piece_ids.edit(0) as piece:
            piece.akumulasi = 26_000_000
        self.assertIn("lies between zero", form.preview)
        with self.assertRaisesRegex(UserError, "lies between zero"):
            form.save().action_book()
