import contextlib
import io

from odoo.tests import BaseCase, tagged

from odoo.addons.pemda_import.cli import _parser


@tagged("post_install", "-at_install")
class TestCommandLine(BaseCase):
    def test_the_cut_off_day_is_read_as_people_write_it(self):
        for text in ("2024-12-31", "31/12/2024", "31-12-2024"):
            arguments = _parser().parse_args(["--cut-off", text])
            self.assertEqual(arguments.cut_off, "2024-12-31", text)

    def test_what_is_no_day_is_said(self):
        for text in ("akhir tahun", "2024", "31/31/2024", "1/1/2024 2/1/2024"):
            said = io.StringIO()
            with contextlib.redirect_stderr(said), self.assertRaises(SystemExit):
                _parser().parse_args(["--cut-off", text])
            self.assertIn("is not a day", said.getvalue(), text)
