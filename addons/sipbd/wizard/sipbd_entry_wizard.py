from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools.misc import formatLang

from ..models.sipbd_entry import DOCUMENTS, KONDISI, REKLASIFIKASI


class EntryWizard(models.TransientModel):
    """Book a change on one asset: choose the act, see its effect, book it."""

    _name = "sipbd.entry.wizard"
    _description = "Book a change"

    asset_id = fields.Many2one("sipbd.asset", required=True, readonly=True)
    last_entry_id = fields.Integer(
        compute="_compute_last_entry_id",
        compute_sudo=False,
        store=True,
        precompute=True,
        readonly=False,
        help="Latest entry when the form was opened: a later one makes it stale.",
    )
    act = fields.Selection(
        selection=[
            ("nilai", "Correct the value"),
            ("kuantitas", "Correct the quantity"),
            ("kode", "Reclassify (other code)"),
            ("kondisi", "Change the condition"),
            ("unit", "Move to another unit of the OPD"),
            ("tanggal", "Correct the date of acquisition"),
            ("batal", "Reverse the latest entry (batal)"),
        ],
        string="What happened",
        required=True,
        default="nilai",
    )
    # The asset is what the client says: it is looked at with the user's own rights.
    opd_id = fields.Many2one(related="asset_id.unit_id.opd_id", related_sudo=False)
    unit_now_id = fields.Many2one(
        related="asset_id.unit_id", string="Unit now", related_sudo=False
    )
    new_nilai = fields.Float(string="New value", digits=(20, 2))
    new_jumlah = fields.Float(string="New quantity", digits=(16, 2))
    new_code_id = fields.Many2one("sipbd.kode", string="New code")
    cause = fields.Selection(selection=REKLASIFIKASI, default="0601")
    new_kondisi = fields.Selection(selection=KONDISI, string="New condition")
    new_unit_id = fields.Many2one("hr.department", string="New unit")
    new_tanggal = fields.Date(string="New date of acquisition")
    document_kind = fields.Selection(
        selection=DOCUMENTS, string="Source document", required=True
    )
    document_number = fields.Char(required=True)
    document_date = fields.Date(
        required=True, help="The change is booked on this date."
    )
    note = fields.Text()
    preview = fields.Html(compute="_compute_preview")

    @api.model_create_multi
    def create(self, vals_list):
        """:raises AccessError: for an asset that the user may not book on"""
        wizards = super().create(vals_list)
        wizards.asset_id.check_access("write")
        return wizards

    def write(self, vals):
        """:raises AccessError: for an asset that the user may not book on"""
        result = super().write(vals)
        self.asset_id.check_access("write")
        return result

    def onchange(self, values, field_names, fields_spec):
        """:raises AccessError: for an asset that the user may not book on

        The client would get its name, which is given without a look at the rights.
        """
        named = values.get("asset_id") or self.env.context.get("default_asset_id")
        asset = self.new({"asset_id": named}).asset_id._origin
        asset.check_access("write")
        return super().onchange(values, field_names, fields_spec)

    @api.depends("asset_id")
    def _compute_last_entry_id(self):
        for wizard in self:
            wizard.last_entry_id = max(wizard.asset_id.entry_ids.ids, default=0)

    @api.onchange("asset_id")
    def _onchange_asset_id(self):
        asset = self.asset_id
        self.new_nilai = asset.nilai_perolehan
        self.new_jumlah = asset.jumlah
        self.new_kondisi = asset.kondisi
        self.new_tanggal = asset.tanggal_perolehan

    @api.depends(
        "asset_id",
        "act",
        "new_nilai",
        "new_jumlah",
        "new_code_id",
        "new_kondisi",
        "new_unit_id",
        "new_tanggal",
    )
    def _compute_preview(self):
        for wizard in self:
            wizard.preview = wizard._render_preview(wizard._changes())

    def _changes(self):
        """What the act changes, as (label, before, after) texts."""
        asset, _ = self.asset_id, self.env._
        conditions = dict(self._fields["new_kondisi"]._description_selection(self.env))
        if self.act == "batal":
            return self._reversal_changes()
        changes = {
            "nilai": (
                _("Value"),
                self._rupiah(asset.nilai_perolehan),
                self._rupiah(self.new_nilai),
            ),
            "kuantitas": (
                _("Quantity"),
                formatLang(self.env, asset.jumlah, digits=2),
                formatLang(self.env, self.new_jumlah, digits=2),
            ),
            "kode": (
                _("Code"),
                asset.code_id.display_name,
                self.new_code_id.display_name,
            ),
            "kondisi": (
                _("Condition"),
                conditions.get(asset.kondisi),
                conditions.get(self.new_kondisi),
            ),
            "unit": (
                _("Unit"),
                asset.unit_id.display_name,
                self.new_unit_id.display_name,
            ),
            "tanggal": (
                _("Acquired on"),
                asset.tanggal_perolehan or asset.tahun_perolehan,
                self.new_tanggal,
            ),
        }
        return [changes[self.act]] if self.act else []

    def _reversal_changes(self):
        asset, _ = self.asset_id, self.env._
        act = asset._reversible()
        value = asset.nilai_perolehan - sum(act.mapped("nilai"))
        quantity = asset.jumlah - sum(act.mapped("jumlah"))
        changes = [
            (_("Entry"), act[-1:].display_name, _("Reversed")),
            (_("Value"), self._rupiah(asset.nilai_perolehan), self._rupiah(value)),
            (
                _("Quantity"),
                formatLang(self.env, asset.jumlah, digits=2),
                formatLang(self.env, quantity, digits=2),
            ),
        ]
        if act[-1:].tanggal_baru:
            before, year = asset._date_without(act)
            changes.append((_("Acquired on"), act[-1].tanggal_baru, before or year))
        if len(act) == 2:
            out, into = act
            changes += [
                (_("Unit"), into.unit_id.display_name, out.unit_id.display_name),
                (_("Code"), into.code_id.display_name, out.code_id.display_name),
            ]
        return changes

    def _rupiah(self, amount):
        return f"Rp {formatLang(self.env, amount, digits=2)}"

    def _render_preview(self, changes):
        row = Markup("<tr><th>%s</th><td>%s</td><td><b>%s</b></td></tr>")
        head = Markup("<tr><th></th><th>%s</th><th>%s</th></tr>") % (
            self.env._("Now"),
            self.env._("After booking"),
        )
        rows = Markup("").join(
            row % (label, before or "-", after or "-")
            for label, before, after in changes
        )
        return Markup('<table class="table table-sm"><tbody>%s%s</tbody></table>') % (
            head,
            rows,
        )

    def action_book(self):
        """Book the act and close the form.

        :raises UserError: when the asset has changed since the form was opened, or
            the act cannot be booked
        """
        self.ensure_one()
        asset = self.asset_id
        asset.check_access("write")
        asset._lock_for_booking()
        if max(asset.entry_ids.ids, default=0) != self.last_entry_id:
            raise UserError(
                self.env._(
                    "Something was booked on this asset after you opened the form. "
                    "Close it, look at the asset again and repeat your entry."
                )
            )
        self._book()
        return {"type": "ir.actions.act_window_close"}

    def _book(self):
        asset = self.asset_id
        document = {
            "document_kind": self.document_kind,
            "document_number": self.document_number,
            "document_date": self.document_date,
            "note": self.note or False,
        }
        if self.act == "nilai":
            return asset._correct_value(self.new_nilai, document)
        if self.act == "kuantitas":
            return asset._correct_quantity(self.new_jumlah, document)
        if self.act == "batal":
            return asset._reverse_latest(document)
        field_name, method = {
            "kode": ("new_code_id", self._book_code),
            "kondisi": ("new_kondisi", asset._change_condition),
            "unit": ("new_unit_id", asset._move_internally),
            "tanggal": ("new_tanggal", asset._correct_date),
        }[self.act]
        value = self[field_name]
        if not value:
            label = self.fields_get([field_name], ["string"])[field_name]["string"]
            raise UserError(self.env._("%(field)s is missing.", field=label))
        return method(value, document)

    def _book_code(self, code, document):
        return self.asset_id._reclassify(code, document, self.cause)
