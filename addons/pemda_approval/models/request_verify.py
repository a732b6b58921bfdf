from odoo import models
from odoo.tools.misc import groupby

from ..rules import chain
from ..rules import transitions as rules
from ..rules.steps import FactMissing, after_stage, stages
from .request_submit import facts_from_json

BATCH = 2000


class ApprovalRequest(models.Model):
    """Whether requests and their documents are still what was decided."""

    _inherit = "pemda.approval.request"

    def _findings(self):
        """Everything that is not as it was written, as lines of text."""
        for start in range(0, len(self), BATCH):
            requests = self[start : start + BATCH]
            for request, finding in requests._verify_chains():
                yield (
                    f"request {request.id}, decision {finding.position}: "
                    f"{finding.fault.value}"
                )
            for request, text in (
                *requests._verify_requests(),
                *requests._verify_documents(),
                *requests._verify_later(),
            ):
                yield f"request {request.id}: {text}"
            self.env.invalidate_all()
        for seal in self.env["pemda.approval.seal"]._verify():
            yield f"seal {seal.id}: it does not fit the decisions before it"

    def _verify_chains(self):
        """Everything that is wrong with the chains of these requests.

        :return: iterator of (request, :class:`..rules.chain.Finding`)
        """
        found = self.env["pemda.approval.decision"].search(
            [("request_id", "in", self.ids)], order="request_id, position"
        )
        links = dict(groupby(found, key=lambda decision: decision.request_id))
        for request in self:
            chain_of_request = (each._link() for each in links.get(request, ()))
            for finding in chain.verify(
                chain_of_request,
                request.decision_count,
                request.last_hash or chain.START,
            ):
                yield request, finding

    def _verify_requests(self):
        """Requests that say something else than their decisions.

        :return: iterator of (request, text)
        """
        steps = {flow: flow._rules() for flow in self.flow_id}
        for request in self:
            decisions = request._moving_decisions()
            last = decisions[-1:]
            if not last or not rules.leads_to(last.act, request.state):
                yield request, f"no decision led to its state {request.state}"
            elif request.state == rules.APPROVED and request._steps_left(
                steps[request.flow_id], last
            ):
                yield request, "no decision led to its state approved: steps are left"
            submitted = decisions.filtered(lambda each: each.act == rules.SUBMIT)
            if submitted[-1:].document_hash != request.document_hash:
                yield request, "its hash is not that of what was submitted"
            final = request._final_decision()
            if final.number_date and _numbers(final) != _numbers(request):
                yield request, "its number or date is not that of the decision"

    def _steps_left(self, steps, decision):
        """Whether the flow goes on after a decision."""
        try:
            found = stages(steps, facts_from_json(self.facts or {}))
        except FactMissing:
            return True
        return bool(after_stage(found, decision.stage))

    def _verify_documents(self):
        """Documents that are not what was decided on, or say something else.

        :return: iterator of (request, text)
        """
        for kind, requests in self.grouped("kind_id").items():
            documents = kind._documents(requests.mapped("res_id")).exists()
            approved = requests.filtered(lambda each: each.state == rules.APPROVED)
            of_approved = documents & kind._documents(approved.mapped("res_id"))
            hashes = of_approved._approval_hashes()
            by_id = documents.grouped("id")
            for request in requests:
                name = f"{request.res_model} {request.res_id}"
                document = by_id.get(request.res_id)
                if not document:
                    yield request, f"{name} is missing"
                    continue
                if document.request_id != request or _shown(document) != (
                    request.state,
                    *_numbers(request),
                ):
                    yield request, f"{name} says something else than its request"
                decided = request._final_decision().document_hash
                if request in approved and hashes[document.id] != decided:
                    yield request, f"{name} is not what was decided on"
            yield from approved._verify_files(of_approved)

    def _verify_files(self, documents):
        """Files that are not those that were attached, and hashed with the document.

        :return: iterator of (request, text)
        """
        requests = {request.res_id: request for request in self}
        for document_id, files in documents._approval_files().items():
            for each in files.filtered("checksum"):
                if each._compute_checksum(each.raw) != each.checksum:
                    text = f"attachment {each.id} is not the file that was attached"
                    yield requests[document_id], text
                each.invalidate_recordset(["raw"])


def _numbers(record):
    return record.number or False, record.number_date


def _shown(document):
    return document.state, document.number or False, document.date
