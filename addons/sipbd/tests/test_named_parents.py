"""What the register names stays, whoever wants to delete it."""

import re

from psycopg2 import errors

from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import RACK, SAFE
from .import_common import ImportCase, item, kib_b


@tagged("post_install", "-at_install")
class TestNamedParents(ImportCase):
    def _refused(self, statement, *values):
        """The database itself refuses, for a foreign key."""
        with (
            mute_logger("odoo.sql_db"),
            self.assertRaises(errors.ForeignKeyViolation),
            self.cr.savepoint(),
        ):
            self.cr.execute(statement, values)

    def _delete_sql(self, table, record):
        self._refused(f"DELETE FROM {table} WHERE id = %s", record.id)

    def test_units_and_codes_that_are_named(self):
        unit = self.unit_a1
        with self.assertRaisesRegex(UserError, "named in the register"):
            unit.unlink()
        self._delete_sql("hr_department", unit)
        self._delete_sql("sipbd_kode", self.kode(SAFE))

    def test_local_code_that_is_named(self):
        local = self.env["sipbd.kode"].create(
            {"code": "1.3.2.05.01.04.901", "name": "Lemari lokal"}
        )
        asset = self.make_asset(self.clerk_a, self.opd_a, local.code)
        self.env.flush_all()
        with self.assertRaisesRegex(UserError, "named in the register"):
            local.unlink()
        document = self.document("2025-02-03")
        asset.with_user(self.manager)._book(
            [
                {
                    "asset_id": asset.id,
                    "kind": "0601",
                    "code_id": self.kode(RACK).id,
                    **document,
                }
            ]
        )
        # the asset no longer names it, its ledger does for good
        with self.assertRaisesRegex(UserError, "named in the register"):
            local.unlink()

    def test_what_was_never_named_goes(self):
        unit = self.env["hr.department"].create({"name": "Unit kosong"})
        local = self.env["sipbd.kode"].create(
            {"code": "1.3.2.05.01.04.902", "name": "Lemari lokal"}
        )
        (unit + unit.browse()).unlink()
        local.unlink()
        self.assertFalse(unit.exists() or local.exists())

    def test_import_names_them(self):
        unit = self.env["hr.department"].create(
            {"name": "Seksi", "code": "77.01.01", "parent_id": self.opd_a.id}
        )
        self.loaded(self.clerk_a, unit, kib_b(item(code=RACK)))
        self._delete_sql("hr_department", unit)
        self._delete_sql("sipbd_kode", self.kode(RACK))

    def test_wrong_ids(self):
        """Neither a row nor a change of one may name what is not there."""
        unknown = 2_000_000_000
        for column in ("unit_id", "code_id", "room_id", "holder_id"):
            self._refused(
                f"UPDATE sipbd_asset SET {column} = %s WHERE id = %s",
                unknown,
                self.asset_a.id,
            )
            for table, row in (
                ("sipbd_entry", self.asset_a.entry_ids),
                ("sipbd_asset", self.asset_a),
            ):
                with self.subTest(table=table, column=column):
                    self._refused(self._copy_of(table, column), unknown, row.id)

    def test_land_that_is_not_there(self):
        unknown = 2_000_000_000
        self._refused(
            "UPDATE sipbd_asset SET tanah_id = %s WHERE id = %s",
            unknown,
            self.asset_a.id,
        )
        self._refused(
            self._copy_of("sipbd_asset", "tanah_id"), unknown, self.asset_a.id
        )

    def test_rooms_and_custodians_that_are_named(self):
        """Also when the goods have left them since."""
        room, other = self.make_room(self.opd_a, "N1"), self.make_room(self.opd_a, "N2")
        people = self.env["hr.employee"].create(
            [{"name": name, "department_id": self.opd_a.id} for name in "PQ"]
        )
        asset = self.asset_a.with_user(self.clerk_a)
        days = ("2025-02-03", "2025-02-04")
        for place, person, day in zip((room, other), people, days, strict=True):
            changes = {
                "12": {"room_id": place.id},
                "1301": {"holder_id": person.id},
            }
            asset._book(
                [
                    {
                        "asset_id": asset.id,
                        "kind": kind,
                        **values,
                        **self.document(day),
                    }
                    for kind, values in changes.items()
                ]
            )
        self.env.flush_all()
        self.assertEqual((asset.room_id, asset.holder_id), (other, people[1]))
        for place, person in zip((room, other), people, strict=True):
            self._delete_sql("sipbd_ruang", place)
            self._delete_sql("hr_employee", person)
            with self.assertRaisesRegex(UserError, "names this room"):
                place.unlink()
            with self.assertRaisesRegex(UserError, "as a custodian"):
                person.unlink()

    def test_entries_of_what_is_not_there(self):
        unknown = 2_000_000_000
        for column in ("asset_id", "reversal_of_id"):
            names, _, values = self._copy_of("sipbd_entry", column).partition("SELECT")
            reversal = re.sub(r"\bkind\b", "'batal'", values)
            with self.subTest(column=column):
                self._refused(
                    f"{names} SELECT {reversal}", unknown, self.asset_a.entry_ids.id
                )

    def test_assets_stay(self):
        """The database refuses, also for an asset of which there is no entry."""
        self.env.flush_all()
        for statement in ("DELETE FROM sipbd_asset", "TRUNCATE sipbd_asset CASCADE"):
            with (
                self.subTest(statement),
                mute_logger("odoo.sql_db"),
                self.assertRaisesRegex(errors.RestrictViolation, "append-only"),
                self.cr.savepoint(),
            ):
                self.cr.execute(statement)

    def _copy_of(self, table, column):
        """Statement that inserts a row like another, but for a column."""
        self.cr.execute(
            """
            SELECT array_agg(quote_ident(attname))
              FROM pg_attribute
             WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped
               AND attname NOT IN ('id', 'nibar', 'kode_register', %s)
            """,
            [table, column],
        )
        others = ", ".join(self.cr.fetchone()[0])
        return (
            f"INSERT INTO {table} ({column}, {others})"
            f" SELECT %s, {others} FROM {table} WHERE id = %s"
        )
