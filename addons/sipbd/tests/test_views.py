from odoo.tests import Form, tagged

from .common import SAFE, SipbdCase

# Columns of the cards, Permendagri 17/2007, without the number of the line.
STATUTORY = {
    "a": "name code_id register luas tahun_perolehan letak hak tanggal_sertifikat "
    "nomor_sertifikat penggunaan asal_usul nilai_perolehan keterangan",
    "b": "code_id name register merk_type ukuran_cc bahan tahun_perolehan nomor_pabrik "
    "nomor_rangka nomor_mesin nomor_polisi nomor_bpkb asal_usul nilai_perolehan "
    "keterangan",
    "c": "name code_id register kondisi bertingkat beton luas_lantai letak "
    "tanggal_dokumen nomor_dokumen luas_tanah status_tanah kode_tanah asal_usul "
    "nilai_perolehan keterangan",
    "d": "name code_id register konstruksi panjang_km lebar_m luas letak "
    "tanggal_dokumen nomor_dokumen status_tanah kode_tanah asal_usul nilai_perolehan "
    "kondisi keterangan",
    "e": "name code_id register judul_pencipta spesifikasi asal_daerah pencipta bahan "
    "jenis_hewan ukuran_hewan jumlah tahun_perolehan asal_usul nilai_perolehan "
    "keterangan",
    "f": "name code_id register bangunan bertingkat beton luas letak tanggal_dokumen "
    "nomor_dokumen tanggal_mulai status_tanah kode_tanah asal_usul nilai_kontrak "
    "keterangan",
}


@tagged("post_install", "-at_install")
class TestViews(SipbdCase):
    def test_lists_have_the_columns_of_the_cards_in_order(self):
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        for kib, columns in STATUTORY.items():
            view = self.env.ref(f"sipbd.sipbd_asset_view_list_kib_{kib}")
            arch = assets.get_view(view.id, "list")["arch"]
            shown = [part.split('"')[0] for part in arch.split('<field name="')[1:]]
            wanted = columns.split()
            self.assertEqual([name for name in shown if name in wanted], wanted, kib)

    def test_every_list_limits_what_it_counts(self):
        for model in ("sipbd.asset", "sipbd.entry", "sipbd.kode"):
            domain = [("model", "=", model), ("type", "=", "list")]
            domain += [("mode", "=", "primary")]
            for view in self.env["ir.ui.view"].search(domain):
                self.assertIn('count_limit="80"', view.arch, view.name)

    def test_a_clerk_enters_an_asset_by_the_form(self):
        assets = self.env["sipbd.asset"].with_user(self.clerk_a)
        form = Form(assets.with_context(sipbd_kib=["B"]))
        form.code_id = self.kode(SAFE)
        form.unit_id = self.opd_a
        form.nilai_perolehan = 750000
        form.tanggal_perolehan = "2024-02-01"
        form.document_kind = "bast"
        form.document_number = "1"
        form.document_date = "2024-02-03"
        asset = form.save()
        self.assertEqual(asset.name, "Lemari Besi/Metal")
        self.assertEqual(str(asset.entry_ids.booking_date), "2024-02-03")

    def test_searches_of_all_books_work(self):
        for kib in STATUTORY:
            view = self.env.ref(f"sipbd.sipbd_asset_view_search_kib_{kib}")
            arch = self.env["sipbd.asset"].get_view(view.id, "search")["arch"]
            self.assertIn('name="kondisi_rb"', arch)
