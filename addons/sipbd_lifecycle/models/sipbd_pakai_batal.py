from dataclasses import replace

from odoo import api, fields, models

from odoo.addons.sipbd.rules.ledger import REVERSAL

from .lifecycle_batal import BATAL
from .lifecycle_check import NAMED
from .sipbd_pakai import BOOKED


class PakaiBatal(models.Model):
    """Says that goods were handed over, or returned, by mistake: it never happened.

    What did happen is not cancelled but ended, by a return.
    """

    _name = "sipbd.pakai.batal"
    _description = "Cancellation of a custody document"
    _inherit = [BATAL]
    _order = "id desc"

    _approval_kind_code = "sipbd_pakai_batal"
    _approval_payload_fields = ("unit_id", "pakai_id", "reason", "line_ids")
    _lifecycle_cancels = "pakai_id"

    pakai_id = fields.Many2one(
        "sipbd.pakai",
        string="Document made in error",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("state", "=", "approved")],
    )
    line_ids = fields.One2many(
        "sipbd.pakai.batal.line", "document_id", string="Goods list", readonly=True
    )

    @api.depends("pakai_id.number", "pakai_id.holder_name")
    def _compute_display_name(self):
        for batal in self:
            pakai = batal.sudo().pakai_id
            batal.display_name = self.env._(
                "Cancellation of %(number)s, %(person)s",
                number=pakai.number or pakai.display_name or "",
                person=pakai.holder_name or "",
            )

    def _approval_facts(self):
        return replace(super()._approval_facts(), causes=(self.pakai_id.jenis,))

    def _batal_problems(self):
        """Goods of which the document can no longer be said not to have happened."""
        yield from super()._batal_problems()
        if self.pakai_id.state != "approved":
            return
        changed = dict.fromkeys(row["goods"] for row in self._entries() if row["later"])
        for goods in [*changed][:NAMED]:
            yield self.env._(
                "%(goods)s has entries after that document. Let it be returned or "
                "handed over by a new document instead.",
                goods=goods,
            )
        yield from self._goods_not_named(len(changed))

    def _approval_effect(self):
        for batal in self:
            batal.pakai_id._cancel_by(batal)
            self.env["sipbd.asset"]._book(batal._reversals())

    def _reversals(self):
        """Each entry of the document, the latest first, on its own date as long as
        that is open."""
        source = self._lifecycle_source("ba")
        closed = self.env["sipbd.asset"]._closed_until()
        return [
            {
                **source,
                "asset_id": row["asset_id"],
                "kind": REVERSAL,
                "booking_date": (
                    row["booking_date"] if row["booking_date"] > closed else self.date
                ),
                "kondisi": row["kondisi"],
                "room_id": row["room_id"],
                "holder_id": row["holder_id"],
                "reversal_of_id": row["id"],
            }
            for row in self._entries()
        ]

    def _entries(self):
        pakai = self.pakai_id
        return self._booked_acts(
            "pakai_acts",
            document_kind=pakai._ledger_kind(),
            kinds=list(BOOKED[pakai.jenis]),
        )
