from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .import_common import ImportCase, listing, row


@tagged("post_install", "-at_install")
class TestImportUndo(ImportCase):
    def test_undo_withdraws_rows_and_archives_people(self):
        load = self.loaded(self.bkd, self.root, listing(row()))
        person = load.employee_ids
        load.with_user(self.bkd)._undo("berkas keliru")
        self.assertEqual(load.state, "undone")
        self.assertFalse(person.active)
        self.assertFalse(person.golongan_id)
        rows = self.env["sikda.riwayat.pangkat"].search(
            [("employee_id", "=", person.id)]
        )
        self.assertEqual(rows.mapped("standing"), ["withdrawn"])
        self.assertEqual(rows.mapped("keterangan"), ["berkas keliru"])

    def test_the_same_people_can_be_loaded_again(self):
        self.loaded(self.bkd, self.root, listing(row()))._undo("keliru")
        load = self.loaded(self.bkd, self.root, listing(row(NAMA="NAMA BENAR")))
        self.assertEqual(load.employee_ids.name, "NAMA BENAR")

    def test_undo_is_refused_when_in_use(self):
        load = self.loaded(self.bkd, self.root, listing(row()))
        self.add_row(load.employee_ids, "diklat", jenis="teknis", nama="Diklat X")
        with self.assertRaisesRegex(UserError, "1"):
            load._undo("keliru")
        self.assertEqual(load.state, "loaded")
        self.assertTrue(load.employee_ids.active)

    def test_undo_goes_on_past_what_was_decided_with_another_file(self):
        line = {"NIP_BARU": self.budi.nip, "NAMA": "B UJI"}
        first = self.loaded(self.bkd, self.root, listing(row(**line)))
        first.selisih_ids.with_user(self.bkd)._decide("left", "sudah dilihat")
        load = self.loaded(
            self.bkd, self.root, listing(row(**line), sheet="PNS 2"), "lagi.xlsx"
        )
        self.assertEqual(set(load.selisih_ids.mapped("decided_before")), {True})
        load._undo("keliru")
        self.assertEqual(load.state, "undone")

    def test_undo_is_refused_once_a_difference_is_decided(self):
        load = self.loaded(
            self.bkd, self.root, listing(row(NIP_BARU=self.budi.nip, NAMA="B UJI"))
        )
        load.selisih_ids.with_user(self.bkd)._decide("left", "sudah dilihat")
        with self.assertRaises(UserError):
            load._undo("keliru")

    def test_an_operator_undoes_his_own_load_only_within_his_units(self):
        load = self.loaded(self.bkd, self.root, listing(row()))
        with self.assertRaises(AccessError):
            load.with_user(self.operator_a)._undo("bukan hak saya")
