"""The decree with its list, the usul, and the report of what left."""

from datetime import timedelta
from decimal import Decimal

from odoo.exceptions import AccessError
from odoo.tests import tagged

from odoo.addons.pemda_report.models.options import ReportOptions
from odoo.addons.sipbd.tests.report_common import pdf_pages, pdf_text

from .hapus_common import HapusCase


@tagged("post_install", "-at_install")
class TestHapusPrint(HapusCase):
    def print_of(self, document, name, user=None):
        source = self.env[f"report.sipbd_lifecycle.{name}"]
        document = document.with_user(user or self.clerk_a)
        ((_record, content),) = source.with_user(document.env.user)._render_pdf(
            document, {}
        )
        return content

    def text_of(self, *args, **kw):
        return " ".join(pdf_text(self.print_of(*args, **kw)).split())

    def test_a_draft_says_so(self):
        hapus = self.make_hapus()
        text = self.text_of(hapus, "hapus_sk")
        self.assertIn("KONSEP", text)
        self.assertIn("KEPUTUSAN PENGELOLA BARANG", text)
        self.assertNotIn("Ditetapkan", text)

    def test_the_decree_and_its_list(self):
        hapus = self.approved()
        text = self.text_of(hapus, "hapus_sk")
        for part in (
            f"NOMOR {hapus.number}",
            "PENGHAPUSAN BARANG MILIK DAERAH",
            "Menimbang",
            "Mengingat",
            f"Usul penghapusan Dinas Uji nomor {hapus.usul_number}",
            "Persetujuan Kepala Daerah tanggal",
            "MEMUTUSKAN",
            "Menghapus 3 (tiga) barang milik daerah pada Dinas Uji",
            "Rp93.000.000",
            "sembilan puluh tiga juta rupiah",
            "KELIMA",
            "LAMPIRAN",
            "DAFTAR BARANG MILIK DAERAH YANG DIHAPUSKAN",
            "UPT Uji",
        ):
            self.assertIn(part, text)
        self.assertNotIn("KONSEP", text)
        pages = pdf_pages(self.print_of(hapus, "hapus_sk"))
        self.assertGreaterEqual(len(pages), 2)

    def test_the_usul_is_signed_by_the_pengguna(self):
        hapus = self.make_hapus()
        self.assertIn("KONSEP", self.text_of(hapus, "hapus_usul"))
        hapus.action_submit()
        self.run_through(hapus, self.way[:2])
        text = self.text_of(hapus, "hapus_usul")
        self.assertNotIn("KONSEP", text)
        self.assertIn(hapus.usul_number, text)
        self.assertIn("Pengguna Barang", text)
        self.assertIn("rusak berat", text.lower())

    def test_the_cancellation_and_what_it_cancels(self):
        hapus = self.approved()
        batal = (
            self.env["sipbd.hapus.batal"]
            .with_user(self.clerk_a)
            .create({"hapus_id": hapus.id, "dasar": "BA 9/2026", "reason": "Ketemu"})
        )
        batal.action_submit()
        self.run_through(batal, (self.ppb_a, self.pengguna_a, self.ppb, self.pengelola))
        text = self.text_of(batal, "hapus_batal")
        self.assertIn("Membatalkan penghapusan 3 (tiga) barang", text)
        self.assertIn(hapus.number, text)
        self.assertIn("DIBATALKAN", self.text_of(hapus, "hapus_sk"))

    def test_nobody_of_another_opd_prints_it(self):
        hapus = self.approved()
        for name in ("hapus_sk", "hapus_usul"):
            with self.assertRaises(AccessError):
                self.print_of(hapus, name, self.clerk_b)


@tagged("post_install", "-at_install")
class TestDaftarPenghapusan(HapusCase):
    def rows(self, unit=None, user=None, since=None, until=None, **kw):
        source = self.env["report.sipbd_lifecycle.daftar_penghapusan"]
        source = source.with_user(user or self.clerk_a)
        options = ReportOptions(
            unit=unit or self.opd_a,
            date=until or self.today,
            date_from=since or self.today.replace(month=1, day=1),
            **kw,
        )
        keys = ["label", *(c.key for c in source._describe(options).leaves)]
        rows = [dict(zip(keys, row, strict=True)) for row in source._rows(options)]
        self.assertEqual(source._totals(options).rows, len(rows))
        return rows

    def test_what_was_struck_off(self):
        hapus = self.approved()
        rows = self.rows()
        self.assertEqual(len(rows), 3)
        self.assertEqual({row["label"] for row in rows}, {"IV.K.6 Sebab lain"})
        self.assertEqual({row["sk_nomor"] for row in rows}, {hapus.number})
        self.assertEqual(sum(row["nilai"] for row in rows), Decimal(93_000_000))
        self.assertEqual([row["nomor"] for row in rows], [1, 2, 3])
        self.assertEqual(
            {row["nibar"] for row in rows}, set(self.damaged.mapped("nibar"))
        )

    def test_each_way_by_itself(self):
        self.approved(self.damaged[:1])
        self.approved(
            self.damaged[1:],
            cause="pemusnahan",
            way=(self.ppb_a, self.pengguna_a, self.ppb, self.pengelola),
        )
        labels = [row["label"] for row in self.rows()]
        self.assertEqual(labels, ["Pemusnahan", "Pemusnahan", "IV.K.6 Sebab lain"])

    def test_span_and_unit(self):
        self.approved()
        yesterday = self.today - timedelta(days=1)
        self.assertEqual(self.rows(until=yesterday), [])
        self.assertEqual(len(self.rows(unit=self.unit_a1)), 1)
        self.assertEqual(len(self.rows(with_sub_units=False)), 2)
        self.assertEqual(self.rows(unit=self.opd_b, user=self.clerk_b), [])

    def test_what_was_reversed_did_not_happen(self):
        self.approved()
        self.damaged[0].with_user(self.manager)._reverse_latest(
            self.document(self.today, document_kind="ba")
        )
        self.assertEqual(len(self.rows()), 2)

    def test_what_went_to_another_opd(self):
        self.asset_a.sudo()._book_plan(
            self.asset_a._plan("03", lambda asset: {"unit_id": self.opd_b.id}),
            self.document(self.today),
        )
        (row,) = self.rows()
        self.assertEqual(row["label"], "IV.K.2 Pengalihan status penggunaan")
        self.assertEqual((row["lokasi"], row["catatan"]), ("Dinas Uji", "Badan Uji"))

    def test_what_moved_inside_did_not_leave(self):
        self.asset_a.sudo()._book_plan(
            self.asset_a._plan("03", lambda asset: {"unit_id": self.unit_a1.id}),
            self.document(self.today),
        )
        self.assertEqual(self.rows(), [])
