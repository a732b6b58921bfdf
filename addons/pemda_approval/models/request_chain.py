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
        model_fields = self.env["pemda.approval.decision"]._fields
        converters = [(name, model_fields.get(name)) for name in COLUMNS]
        rows, moved = [], []
        for vals in vals_list:
            row = {name: None for name in COLUMNS} | content_of({**common, **vals})
            count, previous = heads[row["request_id"]]
            link = chain.link_hash(previous, content_of(row))
            row |= {"position": count + 1, "previous_hash": previous, "hash": link}
            rows.append(
                tuple(
                    value
                    if (value := row[name]) is None or field is None
                    else field.convert_to_column_insert(value, self)
                    for name, field in converters
                )
            )
            numbered = row["number"] or None, row["number_date"] or None
            moved.append((row["request_id"], count + 1, link, *numbered))
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
    def _insert_decisions(self, rows):
        self.env.cr.execute_values(
            f"INSERT INTO pemda_approval_decision ({', '.join(COLUMNS)}) VALUES %s",
            rows,
            page_size=BATCH,
        )

    @api.model
    def _move_heads(self, moved):
        """What requests have of their last decision, and the number if it gave one."""
        self.env.cr.execute_values(
            "UPDATE pemda_approval_request AS request"
            "   SET decision_count = head.count, last_hash = head.hash,"
            "       number = coalesce(head.number, request.number),"
            "       number_date = coalesce(head.date, request.number_date)"
            "  FROM (VALUES %s) AS head (id, count, hash, number, date)"
            " WHERE request.id = head.id",
            moved,
            template="(%s, %s, %s, %s::varchar, %s::date)",
            page_size=BATCH,
        )
