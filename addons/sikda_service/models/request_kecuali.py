from odoo import api, models

from .sql_file import sql_file

#: in front of whom a decision does not cover, among its notes
LEFT_OUT = "Tidak ikut diputus: "


class ApprovalRequest(models.Model):
    """Approvals of proposals of KGB say in their chain whom they do not cover."""

    _inherit = "pemda.approval.request"

    @api.model
    def _record_decisions(self, vals_list):  # pylint: disable=missing-return
        approved = [
            vals["request_id"] for vals in vals_list if vals["act"] == "approve"
        ]
        left_out = self._left_out(approved)
        super()._record_decisions([self._without(vals, left_out) for vals in vals_list])

    @api.model
    def _without(self, vals, left_out):
        """Values of a decision with a note on each who was left out of it."""
        notes = left_out.get(vals["request_id"])
        if not notes or vals["act"] != "approve":
            return vals
        return {**vals, "field_notes": {**(vals.get("field_notes") or {}), **notes}}

    @api.model
    def _left_out(self, request_ids):
        """Who is left out of requests, and why: dict id -> dict of notes."""
        if not request_ids:
            return {}
        self.env.flush_all()
        found = {}
        for request_id, who, why in self.env.execute_query(
            sql_file("kgb_left_out", requests=list(request_ids))
        ):
            found.setdefault(request_id, {})[f"{LEFT_OUT}{who}"] = why
        return found

    def _findings(self):
        """Also whoever is left out of an approved proposal, or is not, other than the
        approval says."""
        yield from super()._findings()
        ended = self.filtered(
            lambda request: (
                request.res_model == "sikda.kgb.usul"
                and request.state in ("approved", "cancelled")
            )
        )
        left_out = ended._left_out(ended.ids)
        for request in ended:
            notes = request._final_decision().field_notes or {}
            said = {who for who in notes if who.startswith(LEFT_OUT)}
            if left_out.get(request.id, {}).keys() != said:
                yield (
                    f"request {request.id}: others are left out of it than the "
                    "approval says"
                )
