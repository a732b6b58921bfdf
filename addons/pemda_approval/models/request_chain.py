from odoo import api, fields, models
from odoo.tools import SQL

from ..rules import chain
from .pemda_approval_decision import CONTENT, content_of

BATCH = 2000
COLUMNS = (*CONTENT, "position", "previous_hash", "hash")


class ApprovalRequest(models.Model):
    """The chain of decisions of each request."""

    _inherit = "pemda.approval.request"

    @api.model
    def _record_decisions(self, vals_list):
        """Write decisions, one per request, as the next links of their chains.

        Their requests are locked by the caller.

        :param list[dict] vals_list: values of ``CONTENT``
        """
        if not vals_list:
            return
        heads = self._heads([vals["request_id"] for vals in vals_list])
        now = fields.Datetime.now()
        common = {
            "user_id": self.env.uid,
            "decided_at": now,
            "ip": self._caller_address(),
        }
        rows, moved = [], []
        for vals in vals_list:
            row = {name: None for name in COLUMNS} | content_of({**common, **vals})
            count, previous = heads[row["request_id"]]
            link = chain.link_hash(previous, content_of(row))
            row |= {"position": count + 1, "previous_hash": previous, "hash": link}
            rows.append(tuple(self._column_value(name, row[name]) for name in COLUMNS))
            moved.append((row["request_id"], count + 1, link))
        self._insert_decisions(rows)
        self._move_heads(moved)
        self.env.invalidate_all()

    @api.model
    def _heads(self, request_ids):
        query = SQL(
            "SELECT id, decision_count, last_hash FROM pemda_approval_request"
            " WHERE id = ANY(%s)",
            list(request_ids),
        )
        return {
            request_id: (count, head or chain.START)
            for request_id, count, head in self.env.execute_query(query)
        }

    @api.model
    def _column_value(self, name, value):
        field = self.env["pemda.approval.decision"]._fields.get(name)
        if value is None or field is None:
            return value
        return field.convert_to_column_insert(value, self)

    @api.model
    def _insert_decisions(self, rows):
        self.env.cr.execute_values(
            f"INSERT INTO pemda_approval_decision ({', '.join(COLUMNS)}) VALUES %s",
            rows,
            page_size=BATCH,
        )

    @api.model
    def _move_heads(self, moved):
        self.env.cr.execute_values(
            "UPDATE pemda_approval_request AS request"
            "   SET decision_count = head.count, last_hash = head.hash"
            "  FROM (VALUES %s) AS head (id, count, hash)"
            " WHERE request.id = head.id",
            moved,
            page_size=BATCH,
        )
