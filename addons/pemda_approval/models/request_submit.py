from dataclasses import asdict
from decimal import Decimal

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from ..rules import chain
from ..rules import steps as step_rules
from ..rules import transitions as rules
from ..rules.steps import FactMissing, Facts
from .engine_token import as_engine


class ApprovalRequest(models.Model):
    """Submitting documents, and taking them back."""

    _inherit = "pemda.approval.request"

    @api.model
    def _submit(self, documents):
        """Send documents of one kind on their way; the caller has checked the rights.

        :return: the requests
        """
        kind = documents._approval_kind()
        if not kind.active:
            raise UserError(
                self.env._(
                    "The kind of document “%(kind)s” is archived: nothing of it is "
                    "submitted any more.",
                    kind=kind.name,
                )
            )
        hashes = documents._approval_hashes()
        requests = self.browse()
        pending = {}
        for document in documents:
            vals = document._approval_request_vals(kind, hashes[document.id])
            request = document.request_id.sudo()
            stages = request._check_submission(document, vals)
            if request:
                as_engine(request).write({**vals, "round": request.round + 1})
            else:
                request = as_engine(self.sudo()).create(
                    {**vals, "author_id": document.maker_id.id}
                )
            requests |= request
            pending[request.id] = stages
        self.env.flush_all()
        requests._record_maker(rules.SUBMIT)
        self._open_stages(pending)
        requests._mirror()
        return requests

    def _check_submission(self, document, vals):
        """The stages of the flow; refuses what the table does not let be submitted."""
        why = rules.refusal(document.state, rules.SUBMIT, {rules.MAKER})
        if why:
            raise UserError(
                self.env._(
                    "“%(document)s” has been submitted already.",
                    document=document.display_name,
                )
            )
        flow = self.env["pemda.approval.flow"].browse(vals["flow_id"])
        try:
            return flow._stages(facts_from_json(vals["facts"]))
        except FactMissing as missing:
            raise UserError(
                self.env._(
                    "“%(document)s”: the flow of decisions depends on “%(fact)s”, and "
                    "the document does not say it.",
                    document=document.display_name,
                    fact=missing.args[0],
                )
            ) from missing

    def _stages_of_flow(self):
        """All stages that this document goes through."""
        self.ensure_one()
        return self.sudo().flow_id._stages(facts_from_json(self.facts))

    def _stages_of_flows(self):
        """As ``_stages_of_flow``, for many of them: dict id -> stages."""
        steps = {flow: flow._rules() for flow in self.sudo().flow_id}
        return {
            request.id: step_rules.stages(
                steps[request.flow_id], facts_from_json(request.facts)
            )
            for request in self.sudo()
        }

    def _withdraw(self):
        """The maker takes documents back."""
        self._lock()
        self._check_act(rules.WITHDRAW)
        self._record_maker(rules.WITHDRAW)
        self._close_tasks()
        self._move(rules.WITHDRAW, rules.DRAFT)

    def _record_maker(self, act):
        """Write what the maker does with these, as links of their chains."""
        self._record_decisions(
            [
                {
                    "request_id": request.id,
                    "round": request.round,
                    "act": act,
                    "person": self.env.user.name,
                    "document_hash": request.document_hash,
                }
                for request in self.sudo()
            ]
        )

    def _move(self, act, state):
        """Bring requests into a state that the table allows, and their documents."""
        for before in set(self.sudo().mapped("state")):
            rules.check_result(before, act, state)
        ended = state in (rules.APPROVED, rules.REJECTED, rules.CANCELLED)
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                "UPDATE pemda_approval_request"
                "   SET state = %s, ended_at = %s, write_uid = %s,"
                "       write_date = now() AT TIME ZONE 'UTC'"
                " WHERE id = ANY(%s)",
                state,
                fields.Datetime.now() if ended else None,
                self.env.uid,
                list(self.ids),
            )
        )
        self.invalidate_recordset(["state", "ended_at", "write_uid", "write_date"])
        self.modified(["state", "ended_at"])
        self._mirror()

    def _mirror(self):
        """Show the state of requests on their documents, in one statement per model."""
        for model, requests in self.sudo().grouped("res_model").items():
            documents = self.env[model].browse(requests.mapped("res_id"))
            self.env.cr.execute(
                SQL(
                    "UPDATE %s AS document"
                    "   SET state = request.state, request_id = request.id,"
                    "       number = request.number, date = request.number_date,"
                    "       write_uid = %s, write_date = now() AT TIME ZONE 'UTC'"
                    "  FROM pemda_approval_request AS request"
                    " WHERE request.id = ANY(%s) AND document.id = request.res_id",
                    SQL.identifier(documents._table),
                    self.env.uid,
                    requests.ids,
                )
            )
            mirrored = ["state", "request_id", "number", "date"]
            documents.invalidate_recordset([*mirrored, "write_uid", "write_date"])
            documents.modified(mirrored)

    @api.model
    def _current_hashes(self, requests):
        """Hash of each document as it stands: dict request id -> hash."""
        found = {}
        for kind, ours in requests.sudo().grouped("kind_id").items():
            hashes = kind._documents(ours.mapped("res_id")).exists()._approval_hashes()
            found |= {each.id: hashes.get(each.res_id, chain.START) for each in ours}
        return found


def facts_to_json(facts: Facts):
    """Facts as the request keeps them; amounts stay exact."""
    values = asdict(facts)
    amount = values["amount"]
    return {**values, "amount": None if amount is None else str(amount)}


def facts_from_json(values):
    amount = values.get("amount")
    return Facts(
        amount=None if amount is None else Decimal(amount),
        codes=tuple(values.get("codes") or ()),
        golongan=tuple(values.get("golongan") or ()),
        between_opd=bool(values.get("between_opd")),
        causes=tuple(values.get("causes") or ()),
    )
