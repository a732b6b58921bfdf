from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class Ruang(models.Model):
    """A room in which assets stand (KIR), and who answers for them.

    Assets come into it and leave it by entries of their ledger (kind 12).
    """

    _name = "sipbd.ruang"
    _description = "Room"
    _order = "unit_id, code"
    _rec_names_search = ["code", "name"]
    _named_to_readers_only = True

    code = fields.Char(string="Room code", required=True)
    name = fields.Char(string="Room name", required=True, index="trigram")
    unit_id = fields.Many2one(
        "hr.department",
        required=True,
        index=True,
        ondelete="restrict",
        default=lambda self: self.env["sipbd.asset"]._default_unit_id(),
    )
    building_id = fields.Many2one(
        "sipbd.asset",
        index="btree_not_null",
        ondelete="restrict",
        help="The building of KIB C in which the room is.",
    )
    floor = fields.Char()
    # Set by NIP, so that nobody picks through the personnel list.
    employee_id = fields.Many2one(
        "hr.employee",
        string="In charge of the room",
        readonly=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    employee_nip = fields.Char(
        string="NIP of the person in charge",
        compute="_compute_employee_nip",
        inverse="_inverse_employee_nip",
        compute_sudo=True,
        help="Type a name or NIP of your OPD, or the whole NIP of anybody else.",
    )
    active = fields.Boolean(default=True)
    asset_ids = fields.One2many(
        "sipbd.asset",
        "room_id",
        string="Assets",
        domain=[("state", "=", "aktif")],
        readonly=True,
    )
    asset_count = fields.Integer(
        compute="_compute_asset_count", string="Number of assets"
    )

    _code_uniq = models.Constraint(
        "unique(unit_id, code)", "The unit has a room with this code already."
    )

    @api.depends("code", "name")
    def _compute_display_name(self):
        for room in self:
            room.display_name = " ".join(filter(None, (room.code, room.name)))

    @api.depends("employee_id")
    def _compute_employee_nip(self):
        for room in self:
            room.employee_nip = room.employee_id.nip

    def _inverse_employee_nip(self):
        for room in self:
            person = self.env["hr.employee"]
            if (room.employee_nip or "").strip():
                person = self.env["sipbd.pegawai"]._person(room.employee_nip)
            room.sudo().employee_id = person

    @api.depends("asset_ids")
    def _compute_asset_count(self):
        groups = self.env["sipbd.asset"]._read_group(
            [("room_id", "in", self.ids), ("state", "=", "aktif")],
            ["room_id"],
            ["__count"],
        )
        counts = {room.id: count for room, count in groups}
        for room in self:
            room.asset_count = counts.get(room.id, 0)

    @api.constrains("building_id")
    def _check_building(self):
        for room in self.filtered("building_id"):
            if room.building_id.kib != "C":
                raise ValidationError(
                    self.env._(
                        "%(asset)s is not a building of KIB C.",
                        asset=room.building_id.display_name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        """:raises AccessError: for a building that the user may not read"""
        for vals in vals_list:
            self._check_named(self._with_defaults(vals))
        return super().create(vals_list)

    def write(self, vals):
        """:raises UserError: when goods stand in a room that would go"""
        self._check_named(vals)
        leaves = "unit_id" in vals and vals["unit_id"] not in self.unit_id.ids
        if leaves or vals.get("active") is False:
            self._check_empty()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        entries = self.env["sipbd.entry"].sudo()
        if entries.search_count([("room_id", "in", self.ids)], limit=1):
            raise UserError(
                self.env._(
                    "The ledger names this room: archive it instead of deleting it."
                )
            )

    def onchange(self, values, field_names, fields_spec):
        """:raises AccessError: for a building or a person that the user may not see

        The client would get the name, which is given without a look at the rights.
        """
        self._check_named(self._with_defaults(values))
        return super().onchange(values, field_names, fields_spec)

    def _with_defaults(self, values):
        """What the client names, by a default in the context as well."""
        context = self.env.context
        return {
            name: values.get(name) or context.get(f"default_{name}")
            for name in ("building_id", "employee_id")
        }

    def _check_named(self, vals):
        """What a client names by its id must be what the user may see.

        A person outside of his OPD is named by NIP: see ``sipbd.pegawai``.
        """
        building = self.new({"building_id": vals.get("building_id")})
        building = building.building_id._origin
        if building != self.building_id:
            building.check_access("read")
        person = vals.get("employee_id")
        if not person or self.env.su or [person] == self.employee_id.ids:
            return
        employee = self.new({"employee_id": person}).employee_id._origin.sudo().exists()
        if not self.env["sipbd.pegawai"]._in_own_opd(employee):
            raise UserError(
                self.env._("Name a person of another OPD by the whole NIP.")
            )

    def _check_empty(self):
        assets = self.env["sipbd.asset"].sudo()
        for room in self:
            inside = [("room_id", "=", room.id), ("state", "=", "aktif")]
            count = assets.search_count(inside)
            if count:
                raise UserError(
                    self.env._(
                        "%(count)s assets stand in %(room)s. Place them in another "
                        "room first.",
                        count=count,
                        room=room.display_name,
                    )
                )

    def action_print_labels(self):
        """Labels of everything in these rooms."""
        return self.asset_ids.action_print_labels()

    def action_choose_assets(self):
        """What may be placed in this room, to choose from."""
        self.ensure_one()
        self.check_access("write")
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "sipbd.sipbd_ruang_action_choose"
        )
        elsewhere = [
            ("is_placeable", "=", True),
            ("unit_id", "=", self.unit_id.id),
            ("state", "=", "aktif"),
            ("room_id", "!=", self.id),
        ]
        return {
            **action,
            "display_name": self.env._("Place in %(room)s", room=self.display_name),
            "domain": elsewhere,
            "context": {"sipbd_room_id": self.id, "search_default_no_room": 1},
        }
