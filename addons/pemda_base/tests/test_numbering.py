import threading

from psycopg2.errors import SerializationFailure

from odoo import api
from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import SQL, mute_logger

from .common import PemdaCase


@tagged("post_install", "-at_install")
class TestNumbering(PemdaCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.numbering = cls.env["pemda.numbering"].create(
            {
                "name": "Test register",
                "code": "test_register",
                "template": "{lokasi:6}.{tahun}/{urut:3}",
                "key_template": "{lokasi}-{tahun}",
            }
        )

    def issue(self, *parts):
        return self.env["pemda.numbering"]._issue("test_register", list(parts))

    def test_counts_within_its_key_and_keeps_the_order_of_the_set(self):
        a, b = {"lokasi": "12", "tahun": 2026}, {"lokasi": "12", "tahun": 2027}
        self.assertEqual(
            self.issue(a, b, a),
            ["000012.2026/001", "000012.2027/001", "000012.2026/002"],
        )
        self.assertEqual(self.issue(a), ["000012.2026/003"])

    def test_a_count_that_the_number_does_not_tell_apart_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "lokasi"):
            self.numbering.template = "{tahun}/{urut:3}"
        with self.assertRaisesRegex(ValidationError, "tahun"):
            self.numbering.write({"template": "{urut:3}", "key_template": "{tahun}"})
        self.numbering.write({"template": "{tahun}/{urut}", "key_template": "{tahun}"})
        self.numbering.write({"template": "{tahun}/{urut}", "key_template": ""})

    def test_what_is_wrong_is_told_in_the_language_of_the_user(self):
        self.env["res.lang"]._activate_lang("id_ID")
        issuing = self.env["pemda.numbering"].with_context(lang="id_ID")
        with self.assertRaisesRegex(UserError, "“1234567” tidak muat dalam 6"):
            issuing._issue("test_register", [{"lokasi": "1234567", "tahun": 2026}])
        numbering = self.numbering.with_context(lang="id_ID")
        with self.assertRaisesRegex(ValidationError, "“{urut” bukan bagian"):
            numbering.template = "{urut"

    def test_a_part_that_does_not_fit_is_refused(self):
        with self.assertRaises(UserError):
            self.issue({"lokasi": "1234567", "tahun": 2026})

    def test_sql_twin_gives_what_the_pure_function_gives(self):
        parts = [
            {"lokasi": lokasi, "tahun": tahun}
            for lokasi, tahun in [
                ("1", "2020"),
                ("2", "2020"),
                ("1", "2020"),
                ("1", ""),
            ]
        ]
        self.env.cr.execute(
            "CREATE TEMP TABLE numbered (seq int, lokasi text, tahun text)"
            " ON COMMIT DROP"
        )
        self.env.cr.execute_values(
            "INSERT INTO numbered (seq, lokasi, tahun) VALUES %s",
            [(seq, p["lokasi"], p["tahun"]) for seq, p in enumerate(parts)],
        )
        query = self.env["pemda.numbering"]._issue_query(
            "test_register",
            "numbered",
            {"lokasi": "lokasi", "tahun": "tahun"},
            "seq",
        )
        self.env.cr.execute(SQL("SELECT number FROM (%s) AS _ ORDER BY seq", query))
        from_sql = [number for (number,) in self.env.cr.fetchall()]
        self.env["pemda.numbering.counter"].search([]).unlink()
        self.assertEqual(from_sql, self.issue(*parts))

    def _numbered(self, *rows, **options):
        """Numbers of rows (seq, lokasi) by SQL, in the order of seq."""
        self.env.cr.execute(
            "DROP TABLE IF EXISTS numbered;"
            " CREATE TEMP TABLE numbered (seq int, lokasi text) ON COMMIT DROP"
        )
        for row in rows:
            self.env.cr.execute("INSERT INTO numbered VALUES (%s, %s)", row)
        query = self.env["pemda.numbering"]._issue_query(
            options.pop("codes", "test_register"),
            "numbered",
            {"lokasi": "lokasi"},
            "seq",
            **options,
        )
        self.env.cr.execute(SQL("SELECT * FROM (%s) AS _ ORDER BY seq", query))
        return self.env.cr.fetchall()

    def test_sql_twin_refuses_what_does_not_fit(self):
        with self.assertRaisesRegex(UserError, "1234567"):
            self._numbered((1, "12"), (2, "1234567"))

    def test_sql_twin_refuses_a_count_that_is_too_large(self):
        self.env["pemda.numbering.counter"].create(
            {"numbering_id": self.numbering.id, "key": "12-", "last_number": 998}
        )
        self.assertEqual(self._numbered((1, "12")), [(1, "000012./999")])
        with self.assertRaisesRegex(UserError, "1000"):
            self._numbered((1, "12"))

    def test_sql_twin_refuses_rows_without_a_part(self):
        with self.assertRaisesRegex(ValueError, "NULL"):
            self._numbered((1, "12"), (2, None))

    def test_sql_twin_of_no_rows(self):
        self.assertEqual(self._numbered(), [])

    def test_sql_twin_counts_in_order_across_sets_of_one_key(self):
        """Rows that differ in their parts may share a count; several registers too."""
        self.numbering.copy(
            {
                "code": "test_other",
                "template": "{urut}-{tahun}",
                "key_template": "{tahun}",
            }
        )
        issued = self._numbered(
            (3, "7"),
            (1, "8"),
            (2, "7"),
            codes={"one": "test_register", "other": "test_other"},
            parts_of=lambda sets: [{**each, "tahun": 2026} for each in sets],
        )
        self.assertEqual(
            issued,
            [
                (1, "000008.2026/001", "1-2026"),
                (2, "000007.2026/001", "2-2026"),
                (3, "000007.2026/002", "3-2026"),
            ],
        )

    def test_bad_templates_are_refused(self):
        for template in ("tanpa nomor", "{urut:7} {", "{Urut}", "{urut} {urut:3}"):
            with self.subTest(template), self.assertRaises(ValidationError):
                self.numbering.template = template
        self.numbering.part_names = "lokasi tahun"
        with self.assertRaises(ValidationError):
            self.numbering.template = "{kecamatan}{urut}"

    def test_a_missing_register_is_a_clear_error(self):
        with self.assertRaisesRegex(UserError, "nirvana"):
            self.env["pemda.numbering"]._issue("nirvana", [{}])

    @mute_logger("odoo.sql_db")
    def test_two_transactions_never_get_the_same_number(self):
        """The second waits for the first and then starts over, as requests do."""
        code = "nibar_concurrency_test"
        with self.registry.cursor() as setup:
            setup.execute(
                "INSERT INTO pemda_numbering (name, code, template)"
                " VALUES (jsonb_build_object('en_US', 'x'), %s, '{urut}') RETURNING id",
                [code],
            )
            (numbering_id,) = setup.fetchone()
        self.addCleanup(self._remove_numbering, numbering_id)
        taken = []
        with self.registry.cursor() as second, self.registry.cursor() as first:
            # Made here: a test holds the registry's lock, which a thread would want.
            envs = [api.Environment(cr, self.uid, {}) for cr in (first, second)]
            second.execute("SELECT 1")  # its snapshot is older than the first commit

            def issue(env):
                return env["pemda.numbering"]._issue(code, [{}] * 3)

            def second_clerk():
                try:
                    numbers = issue(envs[1])
                except SerializationFailure:  # what makes a request start over
                    second.rollback()
                    numbers = issue(envs[1])
                taken.extend(numbers)

            taken += issue(envs[0])
            other = threading.Thread(target=second_clerk)
            other.start()
            other.join(0.2)
            self.assertTrue(other.is_alive(), "the second one waits for the first")
            first.commit()
            other.join(30)
        self.assertEqual(sorted(taken), ["1", "2", "3", "4", "5", "6"])

    def _remove_numbering(self, numbering_id):
        with self.registry.cursor() as cr:
            cr.execute(
                "DELETE FROM pemda_numbering_counter WHERE numbering_id = %s",
                [numbering_id],
            )
            cr.execute("DELETE FROM pemda_numbering WHERE id = %s", [numbering_id])
