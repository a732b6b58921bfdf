from io import BytesIO

from pypdf import PdfReader

from odoo.tests import tagged

from .common import LifecycleCase

LETTERS = ("mutasi_usul", "mutasi_sk", "mutasi_bast")


@tagged("post_install", "-at_install")
class TestMutasiPrints(LifecycleCase):
    def printed(self, document, name, user=None):
        source = self.env[f"report.sipbd_lifecycle.{name}"].with_user(
            user or self.clerk_a
        )
        ((_document, data),) = source._render_pdf(document.with_env(source.env), {})
        pages = PdfReader(BytesIO(data)).pages
        return " ".join(" ".join(page.extract_text().split()) for page in pages)

    def mutasi(self, to_unit):
        return self.make_document(
            "sipbd.mutasi", self.asset_a, to_unit_id=to_unit.id, reason="Dipakai <b>=1"
        )

    def test_letters_are_signed_one_after_the_other(self):
        mutasi = self.mutasi(self.opd_b)
        signed = {name: False for name in LETTERS}
        self.appoint(self.clerk_b, "pengelola_barang", self.root, capacity="plh")
        mutasi.action_submit()
        order = (
            (self.ppb_a, None),
            (self.pengguna_a, "mutasi_usul"),
            (self.ppb, None),
            (self.clerk_b, "mutasi_sk"),
            (self.pengguna_b, "mutasi_bast"),
        )
        for user, letter in order:
            self.decide(mutasi, user)
            if letter:
                signed[letter] = True
            for name in LETTERS:
                text = self.printed(mutasi, name)
                self.assertEqual("KONSEP" not in text, signed[name], name)
        text = self.printed(mutasi, "mutasi_usul")
        for part in (mutasi.usul_number, "lc_pengguna_a", "Dipakai <b>=1"):
            self.assertIn(part, text)
        text = self.printed(mutasi, "mutasi_sk")
        for part in (mutasi.sk_number, "a.n. Kepala Daerah", "Plh. ", "clerk_b"):
            self.assertIn(part, text)
        text = self.printed(mutasi, "mutasi_bast")
        for part in (mutasi.number, "lc_pengguna_a", "lc_pengguna_b", "PIHAK KEDUA"):
            self.assertIn(part, text)
        self.assertIn(self.asset_a.nibar, text.replace(" ", ""))

    def test_inside_the_pengguna(self):
        self.make_user("lc_kuasa_a1", "kuasa_pengguna_barang", self.unit_a1)
        mutasi = self.mutasi(self.unit_a1)
        self.assertIn("KONSEP", self.printed(mutasi, "mutasi_bast"))
        mutasi.action_submit()
        self.run_through(mutasi, (self.ppb_a, self.pengguna_a))
        text = self.printed(mutasi, "mutasi_bast")
        for part in ("MUTASI INTERNAL", "lc_kuasa_a1", "lc_pengguna_a", mutasi.number):
            self.assertIn(part, text)
        self.assertNotIn("KONSEP", text)

    def test_a_cancelled_transfer_says_so(self):
        mutasi = self.mutasi(self.unit_a1)
        mutasi.action_submit()
        self.run_through(mutasi, (self.ppb_a, self.pengguna_a))
        documents = self.env["sipbd.mutasi.batal"].with_user(self.clerk_a)
        batal = documents.create({"mutasi_id": mutasi.id, "reason": "Salah"})
        batal.action_submit()
        self.run_through(batal, (self.ppb_a, self.pengguna_a))
        self.assertIn("DIBATALKAN", self.printed(mutasi, "mutasi_bast"))
        text = self.printed(batal, "mutasi_batal")
        for part in (mutasi.number, batal.number, "Salah"):
            self.assertIn(part, text)
