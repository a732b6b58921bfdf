from odoo import models
from odoo.exceptions import UserError


class Asset(models.Model):
    """The acts that a clerk books, each by its source document.

    ``document`` is a dict of ``document_kind``, ``document_number``,
    ``document_date`` and perhaps ``note``. An act ``_x(..., document)`` has a
    ``_plan_x(...)`` beside it that says what it would book: a list of dicts as
    ``_book`` takes them, without the document. Forms show its effect before it is
    booked. The acts are in ``asset_act_*.py``, by concern.
    """

    _inherit = "sipbd.asset"

    def _plan(self, kind, change):
        """One act of a kind on each asset.

        :param change: function of an asset that gives what changes on it
        """
        return [{"kind": kind, "asset_id": asset.id, **change(asset)} for asset in self]

    def _book_plan(self, plan, document):
        """Book what an act has planned; notes of plan and document are joined."""
        note = document.get("note")
        acts = []
        for planned in plan:
            notes = filter(None, (note, planned.get("note")))
            acts.append({**document, **planned, "note": "\n".join(notes)})
        return self._book(acts)

    def _check_clerk_of(self, unit):
        """Goods are put into the books of a unit by who keeps those books."""
        self._check_office_in(
            unit,
            "sipbd.group_asset_clerk",
            self.env._(
                "You are not pengurus barang of %(unit)s. Ask the pengurus barang "
                "of the OPD to book this transfer.",
                unit=unit.display_name,
            ),
        )

    def _check_office_in(self, units, group, refusal):
        """:raises UserError: without an office with the rights of a group there"""
        if self.env.su:
            return
        allowed = self.env.user._pemda_unit_ids(group)
        reached = units.sudo().filtered_domain([("id", "child_of", allowed)])
        if units - reached:
            raise UserError(refusal)

    def action_open_entry_wizard(self):
        """Open "Bukukan perubahan" for these assets."""
        self.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Book a change"),
            "res_model": "sipbd.entry.wizard",
            "view_mode": "form",
            "target": "new",
            "context": {"default_asset_ids": self.ids},
        }

    def action_open_entries(self):
        """The ledger of these assets as a list."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "sipbd.sipbd_entry_action"
        )
        return {**action, "domain": [("asset_id", "in", self.ids)]}
