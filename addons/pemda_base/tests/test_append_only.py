from psycopg2 import errors

from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import PemdaCase


@tagged("post_install", "-at_install")
class TestAppendOnly(PemdaCase):
    """The guard on a bare table; each register tests its own model as well."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env.cr.execute("CREATE TABLE pemda_guard_test (id int, note text)")
        cls.env["pemda.append.only"]._guard_table("pemda_guard_test")
        cls.env.cr.execute("INSERT INTO pemda_guard_test VALUES (1, 'as booked')")

    @mute_logger("odoo.sql_db")
    def test_the_database_refuses_every_change(self):
        for statement in (
            "UPDATE pemda_guard_test SET note = 'forged'",
            "DELETE FROM pemda_guard_test",
            "TRUNCATE pemda_guard_test",
        ):
            with (
                self.subTest(statement),
                self.assertRaises(errors.RestrictViolation),
                self.cr.savepoint(),
            ):
                self.env.cr.execute(statement)
        self.env.cr.execute("SELECT note FROM pemda_guard_test")
        self.assertEqual(self.env.cr.fetchall(), [("as booked",)])
