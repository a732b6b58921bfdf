"""In the browser: from the units to a printed KIB."""

from odoo.tests import tagged

from .common import SipbdHttpCase

CLICK_THROUGH = """
(async () => {
    const until = async (find) => {
        for (let i = 0; i < 150; i++) {
            const found = find();
            if (found) {
                return found;
            }
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
        throw new Error("not found: " + find);
    };
    const one = (selector) => until(() => document.querySelector(selector));
    await one(".modal input#unit_id_0");
    document.querySelector(".modal .o_radio_input[data-value='%(output)s']").click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    (await one(".modal button[name='action_print']")).click();
    await until(() => %(done)s);
    console.log("test successful");
})();
"""
WIZARD = "/odoo/action-pemda_report.pemda_report_wizard_action"


@tagged("post_install", "-at_install", "-standard", "journey")
class TestReportJourney(SipbdHttpCase):
    def print_in_browser(self, output, done):
        before = self.env["pemda.report.document"].search([], limit=1).id or 0
        self.browser_js(
            WIZARD,
            CLICK_THROUGH % {"output": output, "done": done},
            login="clerk_a",
        )
        return self.env["pemda.report.document"].search([("id", ">", before)])

    def test_files_are_downloaded(self):
        for output in ("pdf", "xlsx"):
            with self.subTest(output):
                document = self.print_in_browser(
                    output, "!document.querySelector('.modal')"
                )
                self.assertEqual(document.output, output)
                self.assertEqual(document.unit_id, self.opd_a)
                self.assertEqual(document.printed_by_id, self.clerk_a)

    def test_rows_are_shown(self):
        shown = "document.querySelector(\".modal [name='preview'] table td\")"
        self.assertFalse(self.print_in_browser("screen", shown))
