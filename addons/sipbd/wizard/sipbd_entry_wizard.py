import itertools

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from odoo.addons.pemda_base.fields import LooseMany2one

from ..models.sipbd_entry import DOCUMENTS

# Of an asset, what acts and their preview look at.
SHOWN_FIELDS = (
    "name",
    "kode_register",
    "unit_id",
    "code_id",
    "kondisi",
    "komptabel",
    "room_id",
    "holder_id",
    "nilai_perolehan",
    "jumlah",
    "tanggal_perolehan",
    "tahun_perolehan",
    "state",
)


class EntryWizard(models.TransientModel):
    """Book a change on one asset or many: choose it, see its effect, book it.

    What can be booked is in ``entry_wizard_acts.py``, the preview of its effect in
    ``entry_wizard_preview.py``.
    """

    _name = "sipbd.entry.wizard"
    _description = "Book a change"

    # Of many assets the first one, by which the record rule looks at the form. Assets
    # stay for good (named_parents.sql).
    asset_id = LooseMany2one(
        "sipbd.asset", required=True, readonly=True, ondelete="cascade"
    )
    asset_ids = fields.Many2many(
        "sipbd.asset", string="Assets", readonly=True, help="Only when they are many."
    )
    asset_count = fields.Integer(compute="_compute_asset_count")
    last_entry_id = fields.Integer(
        compute="_compute_last_entry_id",
        compute_sudo=False,
        store=True,
        precompute=True,
        readonly=False,
        help="Latest entry when the form was opened: a later one makes it stale.",
    )
    document_kind = fields.Selection(
        selection=DOCUMENTS, string="Source document", required=True
    )
    document_number = fields.Char(required=True)
    document_date = fields.Date(
        required=True, help="The change is booked on this date."
    )
    scan = fields.Binary(attachment=False, help="PDF, JPEG or PNG.")
    scan_name = fields.Char()
    note = fields.Text()
    # The form is gone within hours; a user who is deleted meanwhile hinders nothing.
    create_uid = LooseMany2one("res.users", string="Created by", readonly=True)
    write_uid = LooseMany2one("res.users", string="Last Updated by", readonly=True)

    # Whose assets ------------------------------------------------------------------

    @api.model_create_multi
    def create(self, vals_list):
        """:raises AccessError: for an asset that the user may not book on"""
        # What the record rule and the form look at, not all the columns of their card.
        named = {vals["asset_id"] for vals in vals_list if vals.get("asset_id")}
        assets = self.env["sipbd.asset"].sudo().browse(named)
        assets.fetch(SHOWN_FIELDS)
        (assets.unit_id | self._units_of_rule()).fetch(["parent_path"])
        wizards = super().create(vals_list)
        wizards._check_assets()
        return wizards

    def _units_of_rule(self):
        """Units with whose paths the record rule compares those of assets."""
        rule = self.env["ir.rule"]._compute_domain("sipbd.asset", "write")
        tops = [
            each.value for each in rule.iter_conditions() if each.operator == "child_of"
        ]
        return self.env["hr.department"].sudo().browse(itertools.chain(*tops))

    def write(self, vals):
        """:raises AccessError: for an asset that the user may not book on"""
        result = super().write(vals)
        self._check_assets()
        return result

    def onchange(self, values, field_names, fields_spec):
        """:raises AccessError: for an asset that the user may not book on

        The client would get its name, which is given without a look at the rights.
        """
        context = self.env.context
        named = self.new(
            {
                name: values.get(name) or context.get(f"default_{name}")
                for name in ("asset_id", "asset_ids", "other_ids")
            }
        )
        named._check_assets()
        return super().onchange(values, field_names, fields_spec)

    def _check_assets(self):
        named = (self.asset_id | self.asset_ids | self.other_ids)._origin
        named.sudo().fetch(SHOWN_FIELDS)  # not all the columns of their card
        named.check_access("write")

    @api.model
    def default_get(self, fields):
        """One asset as such, many as a list whose first one stands for it."""
        values = super().default_get(fields)
        if not values.get("asset_ids"):
            return values
        assets = self.new({"asset_ids": values.get("asset_ids")}).asset_ids._origin
        if assets:
            values["asset_id"] = assets[0].id
        if len(assets) == 1:
            values["asset_ids"] = [Command.clear()]
        return values

    def _assets(self):
        return (self.asset_ids or self.asset_id)._origin

    @api.depends("asset_id", "asset_ids")
    def _compute_asset_count(self):
        for wizard in self:
            wizard.asset_count = len(wizard._assets())

    @api.depends("asset_id", "asset_ids")
    def _compute_last_entry_id(self):
        for wizard in self:
            wizard.last_entry_id = wizard._assets()._last_entry_id()

    # Booking -----------------------------------------------------------------------

    def action_book(self):
        """Book the act and close the form.

        :raises UserError: when an asset has changed since the form was opened, or
            the act cannot be booked
        """
        self.ensure_one()
        self._check_complete()
        assets = self._assets()
        touched = self._book_act(
            {
                "document_kind": self.document_kind,
                "document_number": self.document_number,
                "document_date": self.document_date,
                "last_entry_id": self.last_entry_id,
                "note": self.note or False,
            }
        )
        if self.scan:
            scan = self.env["sipbd.asset"]._checked_file(self.scan)
            (assets | touched)._attach_scan(self.scan_name, scan)
        return {"type": "ir.actions.act_window_close"}

    def _check_complete(self):
        _label, single, needed = self._act_options()
        if single and len(self._assets()) > 1:
            raise UserError(
                self.env._("This is booked on one asset at a time: choose only one.")
            )
        for name in needed:
            if not self[name]:
                label = self.fields_get([name], ["string"])[name]["string"]
                raise UserError(self.env._("%(field)s is missing.", field=label))
