from odoo import Command, api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from ..rules import transitions as rules
from ..rules.arguments import is_id

INBOX = Domain("is_mine", "=", True)
# as the views, the model and the web client say it
INBOX_ORDERS = ("", "due_date, since", "due_date, since, id")


class ApprovalTask(models.Model):
    """What the inbox shows of a waiting step, and its buttons."""

    _inherit = "pemda.approval.task"

    picture = fields.Html(related="request_id.picture")
    preview = fields.Html(related="request_id.preview")
    decision_ids = fields.One2many(related="request_id.decision_ids")
    can_decide = fields.Boolean(compute="_compute_buttons")
    can_opine = fields.Boolean(compute="_compute_buttons")
    last_note = fields.Text(compute="_compute_last_note")

    @api.depends("is_mine", "purpose", "state")
    @api.depends_context("uid")
    def _compute_buttons(self):
        acts = self._acts()
        for task in self:
            mine = acts.get(task.id, ())
            task.can_decide = rules.APPROVE in mine
            task.can_opine = rules.OPINE in mine

    @api.depends("request_id.decision_ids.note")
    def _compute_last_note(self):
        """What was said last: why it came back, or what an opinion says."""
        decisions = self.env["pemda.approval.decision"].sudo()
        noted = decisions.search_fetch(
            [("request_id", "in", self.request_id.ids), ("note", "!=", False)],
            ["request_id", "note"],
            order="position",
        )
        last = {decision.request_id: decision.note for decision in noted}
        for task in self:
            task.last_note = last.get(task.request_id)

    @api.model
    @api.readonly
    def web_search_read(
        self,
        domain,
        specification,
        offset=0,
        limit=None,
        order=None,
        count_limit=None,
    ):
        """The inbox asks once whose turn it is, not for its rows and for their count.

        Everything else that is searched goes the usual way.
        """
        a_page = is_id(limit) and (is_id(offset) or offset == 0)
        inbox = Domain(domain) == INBOX and _words(order) in INBOX_ORDERS
        if not a_page or not inbox:
            return super().web_search_read(
                domain, specification, offset, limit, order, count_limit
            )
        ids = self._my_ids()
        page = self.browse(ids[offset : offset + limit])
        return {
            "records": page.web_read(specification),
            "length": min(len(ids), count_limit or len(ids)),
        }

    @api.model
    def _my_ids(self):
        """What waits for the user, in the order of the inbox."""
        query = SQL(
            "SELECT task_id FROM (%s) AS turn ORDER BY due_date, since, task_id",
            self._turns(user=self.env.user),
        )
        return [task_id for (task_id,) in self.env.execute_query(query)]

    def action_approve(self):
        """Approve these: asks once more, and for the password where it is wanted."""
        return self._open_decide(rules.APPROVE)

    def action_return(self):
        return self._open_decide(rules.RETURN)

    def action_reject(self):
        return self._open_decide(rules.REJECT)

    def action_ask(self):
        return self._open_decide(rules.FORWARD)

    def action_answer(self):
        return self._open_decide(rules.OPINE)

    def action_open_document(self):
        self.ensure_one()
        return self.request_id.action_open_document()

    def _parts_to_note(self):
        """A line for each attachment of a single document, to say what is wrong."""
        mine = self.filtered("is_mine")
        if len(mine) != 1:
            return []
        document = mine.sudo().request_id._document()
        shown = document._approval_files_shown()
        return [Command.create({"subject": label}) for label, _links in shown]

    def _open_decide(self, act):
        chosen = self._chosen()
        wizard = self.env["pemda.approval.decide"].create(
            {
                "task_ids": chosen.ids,
                "act": act,
                "note_line_ids": chosen._parts_to_note() if act == rules.RETURN else [],
            }
        )
        return {
            "type": "ir.actions.act_window",
            "name": dict(wizard._fields["act"]._description_selection(self.env))[act],
            "res_model": wizard._name,
            "res_id": wizard.id,
            "views": [(False, "form")],
            "target": "new",
        }


def _words(order):
    """An order without the words that change nothing."""
    return ", ".join(
        part.strip().removesuffix(" asc") for part in (order or "").lower().split(",")
    )
