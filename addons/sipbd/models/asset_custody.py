from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

# Peralatan dan mesin, aset tetap lainnya, aset lain-lain.
IN_ROOMS = ("1.3.2.", "1.3.5.", "1.5.4.")
CUSTODY = ("1301", "1302")


class Asset(models.Model):
    """Rooms and custodians as screens show them; ``asset_act_place.py`` books them."""

    _inherit = "sipbd.asset"

    holder_info = fields.Char(
        string="Custodian and NIP", compute="_compute_holder_info", compute_sudo=True
    )
    holder_search = fields.Char(
        string="Custodian by name or NIP",
        compute="_compute_holder_info",
        compute_sudo=True,
        search="_search_holder_search",
        export_string_translation=False,
    )

    is_placeable = fields.Boolean(
        string="May stand in a room",
        compute="_compute_is_placeable",
        search="_search_is_placeable",
        export_string_translation=False,
    )

    @api.depends("holder_id")
    def _compute_holder_info(self):
        """Of the saved asset: what a client says in a form names nobody."""
        for asset in self:
            holder = asset._origin.holder_id
            number = holder.nip and f"NIP {holder.nip}"
            info = ", ".join(filter(None, (holder.name, number)))
            asset.holder_info = asset.holder_search = info or False

    @api.model
    def _search_holder_search(self, operator, value):
        """Goods by name or NIP of who has them; only of those who have some."""
        if operator != "ilike" or not (value or "").strip():
            return NotImplemented
        text = value.strip()
        people = self.env["hr.employee"].sudo().with_context(active_test=False)
        domain = Domain("name", "ilike", text)
        if text.isdigit():
            domain |= Domain("nip", "=like", f"{text}%")
        return Domain("holder_id", "in", people.search(domain).ids)

    # What is rare must be found among many at once, for the work at hand.
    _value_zero = models.Index(
        "(unit_id) WHERE nilai_perolehan = 0 AND state = 'aktif'"
    )
    # One for two: a large load of equipment is in both at first.
    _condition_or_room_unknown = models.Index(
        "(unit_id, kondisi) WHERE state = 'aktif' AND (kondisi IS NULL"
        " OR room_id IS NULL AND kib IN ('B', 'E', 'LAIN'))"
    )
    _damaged_in_use = models.Index(
        "(unit_id) WHERE kondisi = 'RB' AND state = 'aktif'"
        " AND kib IN ('A', 'B', 'C', 'D', 'E', 'F')"
    )

    @api.depends("code_id")
    def _compute_is_placeable(self):
        for asset in self:
            asset.is_placeable = (asset.code_id.code or "").startswith(IN_ROOMS)

    @api.model
    def _search_is_placeable(self, operator, value):
        """By KIB, and by the few codes of Aset Lain-Lain: an index serves both."""
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        other = self.env["sipbd.kode"].search(
            [("code", "=like", f"{IN_ROOMS[-1]}%"), ("level", "=", 7)]
        )
        aside = Domain("kib", "=", "LAIN") & Domain("code_id", "in", other.ids)
        return Domain("kib", "in", ["B", "E"]) | aside

    def _plan_room(self, room):
        """:raises UserError: for land, buildings and the like"""
        fixed = self.filtered(lambda asset: not asset.is_placeable)
        if room and fixed:
            raise UserError(
                self.env._(
                    "%(asset)s cannot stand in a room: only equipment (1.3.2), other "
                    "fixed assets (1.3.5) and Aset Lain-Lain (1.5.4) do.",
                    asset=", ".join(fixed[:5].mapped("display_name")),
                )
            )
        return super()._plan_room(room)

    def action_open_custody(self):
        """Who has had these assets, from when to when."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "sipbd.sipbd_entry_action_custody"
        )
        domain = [("asset_id", "in", self.ids), ("kind", "in", CUSTODY)]
        return {**action, "domain": domain, "context": {}}
