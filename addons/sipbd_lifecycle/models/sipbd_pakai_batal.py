from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

from odoo.addons.pemda_approval.rules.steps import Facts
from odoo.addons.sipbd.rules.ledger import REVERSAL

from .lifecycle_check import NAMED
from .sql_file import sql_file


class PakaiBatal(models.Model):
    """Says that goods were handed over, or returned, by mistake: it never happened.

    What did happen is not cancelled but ended, by a return.
    """

    _name = "sipbd.pakai.batal"
    _description = "Cancellation of a custody document"
    _inherit = ["sipbd.lifecycle.document"]
    _order = "id desc"

    _approval_kind_code = "sipbd_pakai_batal"
    _approval_payload_fields = ("unit_id", "pakai_id", "reason", "line_ids")

    pakai_id = fields.Many2one(
        "sipbd.pakai",
        string="Document made in error",
        required=True,
        index=True,
        ondelete="restrict",
        domain=[("state", "=", "approved")],
    )
    unit_id = fields.Many2one(
        compute="_compute_unit_id",
        store=True,
        precompute=True,
        readonly=True,
        default=False,
    )
    reason = fields.Text(required=True)
    line_ids = fields.One2many(
        "sipbd.pakai.batal.line", "document_id", string="Goods list", readonly=True
    )

    @api.depends("pakai_id")
    def _compute_unit_id(self):
        for batal in self:
            batal.unit_id = batal.sudo().pakai_id.unit_id

    @api.depends("pakai_id.number", "pakai_id.holder_name")
    def _compute_display_name(self):
        for batal in self:
            pakai = batal.sudo().pakai_id
            batal.display_name = self.env._(
                "Cancellation of %(number)s, %(person)s",
                number=pakai.number or pakai.display_name or "",
                person=pakai.holder_name or "",
            )

    @api.model_create_multi
    def create(self, vals_list):
        """The goods are those of the document, all of them."""
        found = super().create(vals_list)
        found.pakai_id.with_env(self.env).check_access("read")
        for batal in found.sudo():
            batal._add_goods(batal.pakai_id.line_ids.asset_id)
        return found

    def write(self, vals):
        pakai_id = vals.get("pakai_id")
        if pakai_id and any(each.pakai_id.id != pakai_id for each in self):
            raise UserError(
                self.env._(
                    "A cancellation stays with its document: make another one instead."
                )
            )
        return super().write(vals)

    def _approval_facts(self):
        return Facts(causes=(self.pakai_id.jenis,))

    def _approval_preview(self):
        _, pakai = self.env._, self.pakai_id
        return [
            (_("Takes back"), pakai.display_name),
            (_("Number"), pakai.number or "-"),
            (_("Dated"), format_date(self.env, pakai.date) if pakai.date else "-"),
            (_("Goods"), str(self.line_count)),
            (_("Reason"), self.reason or ""),
        ]

    def _approval_check(self):
        found = super()._approval_check()
        for batal in self:
            texts = [*batal._no_longer()]
            if texts:
                found.setdefault(batal.id, []).extend(texts)
        return found

    def _no_longer(self):
        """Why the document can no longer be said not to have happened."""
        if self.pakai_id.state != "approved":
            yield self.env._(
                "Only an approved document that still stands is cancelled."
            )
            return
        changed = dict.fromkeys(
            row["goods"] for row in self._booked_acts() if row["later"]
        )
        for goods in [*changed][:NAMED]:
            yield self.env._(
                "%(goods)s has entries after that document. Let it be returned or "
                "handed over by a new document instead.",
                goods=goods,
            )
        if len(changed) > NAMED:
            yield self.env._("And %(count)s more goods.", count=len(changed) - NAMED)

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
            for row in self._booked_acts()
        ]

    def _booked_acts(self):
        """What the document has booked; see ``pakai_acts.sql``."""
        pakai = self.pakai_id
        self.env.flush_all()
        return self.env.execute_query_dict(
            sql_file(
                "pakai_acts",
                assets=self.line_ids.asset_id.ids,
                number=pakai.number,
                date=pakai.date,
                reversal=REVERSAL,
            )
        )


class Pakai(models.Model):
    _inherit = "sipbd.pakai"

    def action_revoke(self):
        """Begin the document that says that this one was made in error."""
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "res_model": "sipbd.pakai.batal",
            "views": [(False, "form")],
            "context": {"default_pakai_id": self.id},
        }
