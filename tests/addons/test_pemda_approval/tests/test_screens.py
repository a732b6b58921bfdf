from unittest.mock import patch

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import Form, tagged

from .common import FLOW, ApprovalCase


@tagged("post_install", "-at_install")
class TestScreens(ApprovalCase):
    """What people see, and the one confirmation for many documents."""

    def dialog(self, letters, user, act):
        action = getattr(self.waiting(letters, user), f"action_{act}")()
        return self.env[action["res_model"]].with_user(user).browse(action["res_id"])

    def test_hundreds_with_one_confirmation(self):
        letters = self.submitted(120)
        dialog = self.dialog(letters, self.head, "approve")
        self.assertEqual(dialog.count, 120)
        notice = dialog.action_confirm()["params"]
        self.assertEqual(
            (notice["message"], notice["type"]), ("120 approved.", "success")
        )
        inbox = self.env["ir.actions.act_window"].with_user(self.head)
        self.assertEqual(inbox._for_xml_id(notice["next"])["path"], "persetujuan")
        self.assertEqual(len(self.inbox(self.verifier)), 120)

    def test_returned_with_notes_on_parts(self):
        letter = self.submitted()
        with Form(self.dialog(letter, self.head, "return")) as form:
            form.note = "Two things"
            with form.note_line_ids.new() as line:
                line.subject, line.note = "Amount", "Too high"
        form.record.action_confirm()
        self.assertEqual(letter.state, "returned")
        self.assertEqual(
            letter.request_id.decision_ids[-1].field_notes, {"Amount": "Too high"}
        )

    def test_return_offers_the_steps_before(self):
        letter = self.submitted()
        self.decide(letter, self.head)
        dialog = self.dialog(letter, self.verifier, "return")
        self.assertEqual(dialog.earlier_step_ids, self.flow.step_ids[0])

    def test_opinion_by_dialog(self):
        letter = self.submitted()
        dialog = self.dialog(letter, self.head, "ask")
        dialog.write({"note": "Do you agree?"})
        with self.assertRaisesRegex(UserError, "Choose the office"):
            dialog.action_confirm()
        dialog.write(
            {"office_id": self.office("kepala_opd").id, "unit_id": self.opd_b.id}
        )
        dialog.action_confirm()
        task = self.inbox(self.head_b)
        self.assertTrue(task.can_opine and not task.can_decide and task.due_date)
        action = task.action_answer()
        answer = self.env[action["res_model"]].with_user(self.head_b)
        answer = answer.browse(action["res_id"])
        self.assertEqual(answer.question, "Do you agree?")
        answer.note = "I do"
        answer.action_confirm()
        self.assertEqual(self.waiting(letter, self.head).last_note, "I do")

    def test_a_dialog_of_somebody_else_is_closed(self):
        letter = self.submitted()
        dialog = self.dialog(letter, self.head, "approve")
        for method in ("action_confirm", "read"):
            with self.assertRaises(AccessError):
                getattr(dialog.with_user(self.verifier), method)()

    def test_a_dialog_with_ids_of_others_decides_nothing(self):
        letter = self.submitted()
        self.kind.reader_group_id = self.env.ref("pemda_base.group_unit_head")
        dialogs = self.env["pemda.approval.decide"].with_user(self.verifier)
        dialog = dialogs.create(
            {"task_ids": self.waiting(letter).ids, "act": "approve"}
        )
        with self.assertRaises(UserError):
            dialog.action_confirm()
        self.assertEqual(letter.state, "running")

    def test_preview_shows_the_document_and_what_stands_against_it(self):
        letter = self.submitted()
        task = self.waiting(letter, self.head)
        self.assertIn("1000000", task.preview)
        letter.sudo()._approval_as_engine().problem = "It was <b>sold</b>."
        self.env.invalidate_all()
        self.assertIn("It was &lt;b&gt;sold&lt;/b&gt;.", task.preview)

    def test_the_picture_says_who_decided_who_holds_it_and_who_is_next(self):
        letter = self.submitted()
        self.decide(letter, self.head)
        picture = letter.request_id.picture
        for part in ("approval_done", "approval_waiting", "approval_open"):
            self.assertEqual(picture.count(part), 1)
        for name in ("ap_head", "ap_verifier", "ap_verifier2", "ap_sekda"):
            self.assertIn(name, picture)
        self.assertIn("ap_verifier", letter.request_id.waits_for)

    def test_only_the_maker_sees_withdraw(self):
        request = self.submitted().request_id
        self.assertTrue(request.can_withdraw)
        self.assertFalse(request.with_user(self.head).can_withdraw)
        request.action_withdraw()
        self.assertEqual(request.state, "draft")

    def test_overdue_comes_first(self):
        self.replace_flow([(*FLOW[0][:4], {"deadline_days": 5}), FLOW[1]])
        later, first = self.submitted(), self.submitted()
        self.env.flush_all()
        self.env.cr.execute(
            "UPDATE pemda_approval_task SET due_date = '2026-01-05' WHERE id = %s",
            [self.waiting(first).id],
        )
        self.env.invalidate_all()
        inbox = self.inbox(self.head)
        self.assertEqual(inbox, self.waiting(first, self.head) | self.waiting(later))
        self.assertEqual(inbox.mapped("is_late"), [True, False])
        self.assertTrue(inbox[0].days_late > 1)
        late = self.env["pemda.approval.task"].search([("is_late", "=", True)])
        self.assertIn(inbox[0], late)
        self.assertNotIn(inbox[1], late)

    def test_no_term_passes_on_days_without_work(self):
        self.replace_flow([(*FLOW[0][:4], {"deadline_days": 5}), FLOW[1]])
        task = self.waiting(self.submitted(), self.head)
        self.env["pemda.holiday"].search([]).unlink()
        self.env["pemda.holiday"].create({"name": "Tahun Baru", "date": "2027-01-01"})
        self.env.cr.execute(
            "UPDATE pemda_approval_task SET due_date = '2026-12-31' WHERE id = %s",
            [task.id],
        )
        company = type(self.env.company)
        for day, late in (
            ("2026-12-31", 0),  # Thursday
            ("2027-01-01", 0),  # a holiday
            ("2027-01-03", 0),  # Sunday
            ("2027-01-04", 1),
            ("2027-01-05", 2),
        ):
            with self.subTest(day):
                today = fields.Date.to_date(day)
                self.env.invalidate_all()
                with patch.object(company, "_pemda_today", lambda _s, d=today: d):
                    found = task.sudo().search([("is_late", "=", True)])
                    self.assertEqual((task.is_late, task.days_late), (late > 0, late))
                    self.assertEqual(task in found, late > 0)

    def test_the_page_of_the_inbox_is_what_a_search_finds(self):
        self.replace_flow([(*FLOW[0][:4], {"deadline_days": 5}), FLOW[1]])
        letters = self.submitted(7)
        self.env.cr.execute(
            "UPDATE pemda_approval_task SET due_date = NULL WHERE request_id = ANY(%s)",
            [letters[2:4].sudo().request_id.ids],
        )
        self.env.cr.execute(
            "UPDATE pemda_approval_task SET due_date = '2026-01-05'"
            " WHERE request_id = ANY(%s)",
            [letters[5].sudo().request_id.ids],
        )
        self.env.invalidate_all()
        tasks = self.env["pemda.approval.task"].with_user(self.head)
        mine = [("is_mine", "=", True)]
        searched = tasks.search(mine, order="due_date, since, id").ids
        self.assertEqual(len(searched), 7)
        for order in ("due_date, since", "due_date ASC, since ASC", "", None):
            pages = [
                tasks.web_search_read(mine, {"title": {}}, offset, 3, order, 101)
                for offset in (0, 3, 6, 9)
            ]
            ids = [row["id"] for page in pages for row in page["records"]]
            self.assertEqual(ids, searched)
            self.assertEqual({page["length"] for page in pages}, {7})
        self.assertEqual(tasks.web_search_read(mine, {}, 0, 3, "since", 5)["length"], 5)
        named = [*mine, ("title", "=", "Surat 3")]
        self.assertEqual(tasks.web_search_read(named, {}, 0, 3)["length"], 1)
        others = tasks.with_user(self.head_b)
        self.assertEqual(others.web_search_read(mine, {}, 0, 3)["length"], 0)

    def test_rows_of_the_inbox_ask_for_nothing_each(self):
        names = ("title", "kind_id", "document_unit_id", "amount", "late_text")
        many2one = {"fields": {"display_name": {}}}
        wanted = {name: many2one if name.endswith("_id") else {} for name in names}
        wanted["last_note"] = {}
        tasks = self.env["pemda.approval.task"].with_user(self.head)
        counts = []
        for _round in range(2):
            letters = self.submitted(15)
            self.decide(letters[:5], self.head, "return", "Again")
            letters[:5].action_submit()
            self.env.flush_all()
            self.env.invalidate_all()
            before = self.cr.sql_log_count
            page = tasks.web_search_read([("is_mine", "=", True)], wanted, limit=80)
            counts.append(self.cr.sql_log_count - before)
        self.assertEqual(page["length"], 30)
        notes = {row["last_note"] for row in page["records"]}
        self.assertEqual(notes, {False, "Again"})
        self.assertLessEqual(counts[1], counts[0])

    def test_a_title_corrected_after_a_return_is_the_new_one(self):
        letter = self.submitted()
        self.decide(letter, self.head, "return", "Its name?")
        letter.write({"name": "Named anew", "amount": 7})
        letter.action_submit()
        task = self.waiting(letter, self.head)
        self.assertEqual((task.title, task.amount), ("Named anew", 7))
        tasks = self.env["pemda.approval.task"].with_user(self.head)
        self.assertEqual(tasks.search([("title", "=", "Named anew")]).ids[-1], task.id)

    def test_a_flow_is_tried_before_it_goes_live(self):
        admin = self.make_user("ap_admin", "admin_pemda", self.root)
        flow = self.flow.copy()
        action = flow.with_user(admin).action_simulate()
        tries = self.env[action["res_model"]].with_user(admin)
        form = Form(tries.with_context(**action["context"]))
        form.unit_id = self.unit_a1
        for text in ("ap_head", "ap_verifier2", "ap_sekda"):
            self.assertIn(text, form.picture)
        self.sekda.office_holder_ids.unlink()
        form.amount = 5
        self.assertIn("approval_vacant", form.picture)
        with self.assertRaises(AccessError):
            self.env[action["res_model"]].with_user(self.head).create(
                {"flow_id": flow.id}
            )

    def test_the_sample_of_a_try_is_one_that_may_be_read(self):
        admin = self.make_user("ap_admin", "admin_pemda", self.root)
        request = self.submitted(amount=7_654_321).request_id
        tries = self.env["pemda.approval.simulation"].with_user(admin)
        vals = {"flow_id": self.flow.id, "sample_id": request.id}
        with self.assertRaises(AccessError), self.cr.savepoint():
            tries.create(vals)
            self.env.flush_all()
        self.appoint(admin, "kepala_opd", self.root)
        self.kind.reader_group_id = self.env.ref("pemda_base.group_unit_head")
        self.assertEqual(tries.create(vals).amount, 7_654_321)

    def test_the_picture_of_a_flow_shows_its_conditions(self):
        flow = self.replace_flow(
            [(10, "Large", "test_verifier", "pemda", {"amount_above": 5e9}), FLOW[2]]
        )
        self.assertIn("Rp5.000.000.000", flow.picture)

    def test_every_view_opens(self):
        letter = self.submitted()
        Form(self.waiting(letter, self.head))
        Form(letter.request_id)
        for model in ("kind", "flow", "request", "task", "seal"):
            records = self.env[f"pemda.approval.{model}"].with_user(self.head)
            for view in ("list", "form"):
                self.assertTrue(records.get_view(view_type=view)["arch"])
