"""A KIB goes in: totals, splitting, ledger, numbers, undo."""

from datetime import date
from decimal import Decimal
from random import Random
from string import ascii_letters
from unittest.mock import patch

from psycopg2 import Error as DatabaseError

from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.pemda_import.reader import split_amount

from .common import CAR, SAFE
from .import_common import ImportCase, item, kib_b


def random_text(length):
    """Text that cannot be packed into less."""
    return "".join(Random(length).choices(ascii_letters, k=length))


@tagged("post_install", "-at_install")
class TestImportLoad(ImportCase):
    def assets(self, load):
        return self.env["sipbd.asset"].search([("load_id", "=", load.id)], order="id")

    def test_a_row_becomes_an_asset_with_its_first_entry(self):
        car = {
            "Merk / Type": "Toyota",
            "Nomor Rangka": "MHF123",
            "Nomor Polisi": "N 1 AP",
        }
        load = self.loaded(
            self.clerk_a,
            self.opd_a,
            kib_b(item(price=1500000.5, **car), total=1500000.5),
            cut_off_date="2023-12-31",
        )
        asset = self.assets(load)
        self.assertEqual(asset.unit_id, self.opd_a)
        self.assertEqual(asset.code_id.code, SAFE)
        self.assertEqual(asset.kib, "B")
        self.assertEqual(asset.name, "Lemari Besi")
        self.assertEqual(asset.merk_type, "Toyota")
        self.assertEqual(asset.nomor_rangka, "MHF123")
        self.assertEqual(asset.nilai_perolehan, 1500000.5)
        self.assertEqual(asset.tahun_perolehan, 2020)
        self.assertFalse(asset.tanggal_perolehan)
        self.assertEqual(asset.register_lama, "000001")
        self.assertEqual(asset.create_uid, self.clerk_a)
        self.assertEqual(len(asset.nibar), 45)
        self.assertTrue(asset.kode_register.endswith(asset.register))
        entry = asset.entry_ids
        self.assertEqual(entry.kind, "0110")
        self.assertEqual(entry.booking_date, date(2023, 12, 31))
        self.assertEqual(entry.nilai, 1500000.5)
        self.assertEqual(entry.jumlah, 1)
        self.assertEqual(self.env["sipbd.asset"]._ledger_differences(asset.ids), [])

    def test_the_context_of_the_caller_gives_no_owner(self):
        load = self.checked(self.clerk_a, self.opd_a, kib_b(item()))
        load.with_context(default_pemilik="99", default_komptabel="xx").action_load()
        asset = self.assets(load)
        self.assertEqual((asset.pemilik, asset.komptabel), ("12", "01"))

    def test_a_cut_off_date_there_must_be(self):
        load = self.checked(self.clerk_a, self.opd_a, kib_b(item()))
        with mute_logger("odoo.sql_db"), self.assertRaises(DatabaseError):
            with self.cr.savepoint():
                load.cut_off_date = False
                load.flush_recordset()

    def test_a_template_without_the_number_at_its_end_is_told(self):
        numbering = self.env["pemda.numbering"]._by_code("sipbd.kode_register")
        numbering.template = "{urut:6}/" + numbering.key_template
        load = self.checked(self.clerk_a, self.opd_a, kib_b(item()))
        with self.assertRaisesRegex(UserError, "must end with the running number"):
            self.env["sipbd.import.asset"]._load(load)

    def test_only_what_is_loaded_waits_for_the_disk(self):
        asked = []
        loads = self.registry["pemda.import.load"]
        noted = patch.object(loads, "_wait_for_disk", lambda _, on: asked.append(on))
        with noted:
            load = self.checked(self.clerk_a, self.opd_a, kib_b(item()))
            self.assertEqual(set(asked), {False})
            load.action_load()
            self.assertEqual(load.state, "loaded")
        self.assertIs(asked[-1], True)
        for wanted in (False, True):
            self.cr.execute("SET LOCAL synchronous_commit TO remote_write")
            load._wait_for_disk(wanted)
            self.cr.execute(
                "SELECT setting, reset_val FROM pg_settings"
                " WHERE name = 'synchronous_commit'"
            )
            setting, of_server = self.cr.fetchone()
            self.assertEqual(setting, of_server if wanted else "off")

    def test_a_register_of_many_signs(self):
        """An index holds its beginning only: it is longer than an index row may be."""
        register = random_text(9_000)
        asset = self.make_asset(self.clerk_a, self.opd_a, register_lama=register)
        self.env.flush_all()
        self.assertEqual(asset.register_lama, register)

    def test_a_cell_with_hundreds_of_numbers(self):
        random = Random(300)  # which no compression makes short enough
        numbers = " ".join(f"MHF{random.getrandbits(56):014X}" for _ in range(300))
        other = f"{numbers}X"
        load = self.loaded(
            self.clerk_a,
            self.opd_a,
            kib_b(
                item(code=CAR, **{"Nomor Rangka": numbers}),
                item(code=CAR, register="2", **{"Nomor Rangka": other}),
            ),
        )
        self.assertEqual(self.assets(load).mapped("nomor_rangka"), [numbers, other])
        asset = self.make_asset(self.clerk_a, self.opd_a, CAR, nomor_mesin=numbers)
        self.env.flush_all()
        self.assertEqual(asset.nomor_mesin, numbers)
        again = item(code=CAR, register="3", **{"Nomor Rangka": numbers.lower()})
        load = self.checked(self.clerk_a, self.opd_a, kib_b(again))
        self.assertIn("number-known", self.kinds(load))
        longer = item(code=CAR, register="4", **{"Nomor Rangka": f"{numbers}Y"})
        load = self.checked(self.clerk_a, self.opd_a, kib_b(longer))
        self.assertEqual(self.kinds(load), set())

    def test_numbers_go_on_where_the_clerks_stopped(self):
        first = self.make_asset(self.clerk_a, self.opd_a, tahun_perolehan=2020)
        load = self.loaded(self.clerk_a, self.opd_a, kib_b(item(), item(register="2")))
        later = self.make_asset(self.clerk_a, self.opd_a, tahun_perolehan=2020)
        nibars = [a.nibar for a in (first, *self.assets(load), later)]
        self.assertEqual({nibar[:-7] for nibar in nibars}, {first.nibar[:-7]})
        start = int(first.nibar[-7:])
        self.assertEqual(
            [int(nibar[-7:]) for nibar in nibars], list(range(start, start + 4))
        )

    def test_within_a_code_numbers_follow_the_file(self):
        rows = [
            item(register=f"{place:06}", code=(SAFE, CAR)[place % 2])
            for place in (5, 2, 1, 4, 3, 6)
        ]
        load = self.loaded(self.clerk_a, self.opd_a, kib_b(*rows))
        for code, registers in ((SAFE, [2, 4, 6]), (CAR, [5, 1, 3])):
            assets = self.assets(load).filtered(lambda a, c=code: a.code_id.code == c)
            for order in ("id", "nibar", "register"):
                former = assets.sorted(order).mapped("register_lama")
                self.assertEqual([int(text) for text in former], registers)

    def test_an_item_bought_after_the_cut_off_is_booked_on_its_own_day(self):
        load = self.loaded(
            self.clerk_a,
            self.opd_a,
            kib_b(item(**{"Tahun Pembelian": 2022})),
            cut_off_date="2021-12-31",
        )
        self.assertEqual(self.assets(load).entry_ids.booking_date, date(2022, 12, 31))

    def test_a_range_of_registers_becomes_items_and_the_price_is_split(self):
        for turn, price in enumerate((1000000, 100, 7, 1000000.37, 0.05)):
            with self.subTest(price=price):
                load = self.loaded(
                    self.clerk_a,
                    self.opd_a,
                    kib_b(item(register=f"{turn}001-{turn}003", price=price)),
                )
                values = self.assets(load).mapped("nilai_perolehan")
                expected = split_amount(Decimal(str(price)), 3)
                self.assertEqual(
                    [Decimal(str(value)).quantize(Decimal("0.01")) for value in values],
                    [part.quantize(Decimal("0.01")) for part in expected],
                )
                self.env.cr.execute(
                    "SELECT sum(nilai)::text FROM sipbd_entry WHERE load_id = %s",
                    [load.id],
                )
                self.assertEqual(
                    Decimal(self.env.cr.fetchone()[0]), Decimal(str(price))
                )

    def test_the_sql_split_is_the_split_of_the_reader(self):
        random = Random(108)
        cases = [(Decimal(random.randrange(10**12)) / 100, 7) for _ in range(50)]
        cases += [
            (Decimal(random.randrange(10**5)) / 100, random.randint(1, 40))
            for _ in range(300)
        ]
        cases += [(Decimal(n) / 100, 3) for n in (0, 1, 99, 100, 101, 299, 300)]
        rows = [
            item(
                register=f"{100 * n:06d}-{100 * n + items - 1:06d}", price=float(price)
            )
            for n, (price, items) in enumerate(cases, 1)
        ]
        load = self.loaded(self.clerk_a, self.opd_a, kib_b(*rows))
        self.env.cr.execute(
            "SELECT nilai_perolehan::text FROM sipbd_asset WHERE load_id = %s"
            " ORDER BY id",
            [load.id],
        )
        found = [Decimal(value) for (value,) in self.env.cr.fetchall()]
        expected = [part for case in cases for part in split_amount(*case)]
        self.assertEqual(found, expected)

    def test_samples_have_their_golden_totals(self):
        for name, rows, items, total in (
            ("kib_b_dki.xlsx", 1155, 1155, 38810484557),
            ("kib_a_aceh.xls", 5, 14, 11113400000),
            ("kib_f_aceh.xls", 5, 14, 10000),
        ):
            with self.subTest(name=name):
                load = self.checked(self.clerk_a, self.opd_a, self.sample(name), name)
                self.assertEqual(load.state, "checked")
                self.assertEqual(
                    (load.rows_read, load.items, load.total), (rows, items, total)
                )
                if load.file_total:
                    self.assertEqual(load.table_ids.total_state, "same")

    def test_a_sample_loads_once_its_codes_are_answered(self):
        load = self.checked(
            self.clerk_a, self.opd_a, self.sample("kib_b_dki.xlsx"), "dki.xlsx"
        )
        self.assertEqual(self.kinds(load), {"code-unknown"})
        self.assertEqual(len(load.question_ids), 5)
        answered = load.question_ids[0]
        other = load.question_ids[1].suggestions[0]["id"]
        answered.to_kode_id = other
        self.assertTrue(load.has_suggestions)
        with self.assertRaises(AccessError):
            load.with_user(self.auditor).action_accept_suggestions()
        load.action_accept_suggestions()
        self.assertFalse(load.has_suggestions)
        self.assertEqual(answered.to_kode_id.id, other)
        answered.action_accept_suggestion()
        load.action_step()
        self.assertFalse(load.blocked)
        load.action_load()
        assets = self.assets(load)
        self.assertEqual(len(assets), 1155)
        self.env.cr.execute(
            "SELECT sum(nilai_perolehan) FROM sipbd_asset WHERE load_id = %s",
            [load.id],
        )
        self.assertEqual(self.env.cr.fetchone()[0], 38810484557)
        self.assertEqual(assets._ledger_differences(assets.ids), [])

    def test_undo_reverses_and_the_file_can_be_loaded_again(self):
        content = kib_b(item(), item(register="000002"))
        load = self.loaded(self.clerk_a, self.opd_a, content)
        assets = self.assets(load)
        with self.assertRaises(UserError):
            load._undo(" ")
        wizard = (
            self.env["pemda.import.undo"]
            .with_user(self.clerk_a)
            .create({"load_id": load.id, "reason": "wrong unit"})
        )
        wizard.action_confirm()
        self.assertEqual(load.state, "undone")
        self.assertEqual(set(assets.mapped("state")), {"batal"})
        self.assertEqual(sum(assets.mapped("nilai_perolehan")), 0)
        for asset in assets:
            first, reversal = asset.entry_ids.sorted("id")
            self.assertEqual(reversal.kind, "batal")
            self.assertEqual(reversal.reversal_of_id, first)
            self.assertEqual(reversal.booking_date, first.booking_date)
            self.assertEqual(reversal.nilai, -first.nilai)
        self.assertEqual(assets._ledger_differences(assets.ids), [])
        with self.assertRaises(UserError):
            load._undo("again")
        self.loaded(self.clerk_a, self.opd_a, content)

    def test_undo_after_a_later_entry_is_booked_today(self):
        load = self.loaded(
            self.clerk_a,
            self.opd_a,
            kib_b(item(), item(register="2")),
            cut_off_date="2024-12-31",
        )
        touched, untouched = self.assets(load)
        touched.with_user(self.clerk_a)._correct_value(
            1750000, self.document(date="2025-02-01")
        )
        load._undo("loaded twice")
        today = self.env.company._pemda_today()
        last = touched.entry_ids.sorted("id")[-1]
        self.assertEqual((last.booking_date, last.nilai), (today, -1750000))
        self.assertEqual(touched.state, "batal")
        self.assertLess(untouched.entry_ids.sorted("id")[-1].booking_date, today)
        self.assertEqual(touched._ledger_differences(touched.ids), [])

    def test_the_same_file_is_refused_with_a_link_to_the_first_load(self):
        content = kib_b(item())
        first = self.loaded(self.clerk_a, self.opd_a, content)
        second = self.checked(self.clerk_a, self.opd_a, content)
        self.assertEqual(second.state, "refused")
        self.assertEqual(second.duplicate_of_id, first)
        self.assertEqual(second.action_open_duplicate()["res_id"], first.id)
        # Another OPD is told, but not whose it was.
        foreign = self.checked(self.clerk_b, self.opd_b, content)
        self.assertEqual(foreign.state, "refused")
        self.assertNotIn(self.opd_a.name, foreign.refused_reason)

    def test_a_file_checked_twice_is_loaded_once(self):
        content = kib_b(item())
        one = self.checked(self.clerk_a, self.opd_a, content)
        two = self.checked(self.clerk_a, self.opd_a, content)
        one.action_load()
        two.action_load()
        self.assertEqual((one.state, two.state), ("loaded", "refused"))
        self.assertEqual(self.assets(two).ids, [])

    def test_a_failure_in_the_middle_leaves_nothing(self):
        load = self.checked(self.clerk_a, self.opd_a, kib_b(item()))
        target = type(self.env["sipbd.import.asset"])
        before = self.env["sipbd.asset"].search_count([])

        def broken(*_args):
            raise RuntimeError("power cut")

        self.patch(target, "_insert_entries", broken)
        with self.assertRaises(RuntimeError), self.cr.savepoint():
            load.action_load()
        load.invalidate_recordset()
        self.assertEqual(load.state, "checked")
        self.assertEqual(self.env["sipbd.asset"].search_count([]), before)

    def test_who_and_what_the_register_names_is_not_deleted(self):
        load = self.loaded(self.clerk_a, self.opd_a, kib_b(item()))
        with self.assertRaisesRegex(UserError, "register"):
            self.clerk_a.sudo().unlink()
        with self.assertRaisesRegex(UserError, "undo it"):
            load.sudo().unlink()

    def test_a_load_that_made_nothing_is_deleted_with_its_rows(self):
        load = self.checked(self.clerk_a, self.opd_a, kib_b(item()))
        rows = self.env["pemda.import.row"].search(
            [("table_id", "in", load.table_ids.ids)]
        )
        self.assertTrue(rows)
        load.sudo().unlink()
        self.assertFalse(rows.exists())
