from odoo import api, fields, models
from odoo.exceptions import ValidationError

# The roles that make a unit an OPD: the top of what one office holder answers for.
OPD_ROLES = ("pengguna", "pengelola")


class Department(models.Model):
    """A unit of the regional government, from the pemda itself down to a room owner."""

    _inherit = "hr.department"
    _order = "code, name"
    _rec_names_search = ["code", "name"]

    # A unit has one official name; a translated column could not be joined on cheaply.
    name = fields.Char(translate=False, index="trigram")
    code = fields.Char(
        string="Unit code",
        index="btree",
        copy=False,
        help="Code of the unit in the books of regional property, such as "
        "01.00.00.0001.",
    )
    kind_id = fields.Many2one("pemda.unit.kind", index=True)
    unit_role = fields.Selection(related="kind_id.role", string="Role")
    opd_id = fields.Many2one(
        "hr.department",
        string="OPD",
        compute="_compute_opd_id",
        store=True,
        recursive=True,
        index=True,
        help="The pengguna barang to which the unit belongs.",
    )
    # Stock Odoo computes the path on each search over all departments.
    complete_name = fields.Char(
        compute="_compute_complete_name", store=True, recursive=True, search=None
    )
    office_holder_ids = fields.One2many("pemda.office.holder", "unit_id")
    wilayah_code = fields.Char(
        string="Region code", help="Kemendagri code of the region, such as 35.14."
    )
    date_start = fields.Date(string="In force from")
    date_end = fields.Date(string="In force until")

    _code_uniq = models.Constraint(
        "unique(code)", "Another unit has this code already."
    )
    _dates_in_order = models.Constraint(
        "check(date_end >= date_start)",
        "A unit cannot end before it starts.",
    )

    @api.depends("name", "parent_id.complete_name", "parent_id.kind_id.role")
    def _compute_complete_name(self):
        """Path below the pemda: its own name in front of every unit says nothing."""
        for unit in self:
            parent = unit.parent_id
            if parent and parent.kind_id.role != "pemda":
                unit.complete_name = f"{parent.complete_name} / {unit.name}"
            else:
                unit.complete_name = unit.name

    @api.depends("name", "opd_id.name")
    @api.depends_context("hierarchical_naming")
    def _compute_display_name(self):
        """The unit's own name first, then its OPD: lists cut off the end of a text."""
        for unit in self:
            opd = unit.sudo().opd_id - unit
            if opd and self.env.context.get("hierarchical_naming", True):
                unit.display_name = f"{unit.name} \N{MIDDLE DOT} {opd.name}"
            else:
                unit.display_name = unit.name

    @api.depends("kind_id.role", "parent_id.opd_id")
    def _compute_opd_id(self):
        for unit in self:
            is_opd = unit.kind_id.role in OPD_ROLES
            unit.opd_id = unit if is_opd else unit.parent_id.opd_id

    def _opd_or_self(self):
        """The OPD of a unit; above all OPD, where there is none, the unit itself."""
        return self.opd_id or self

    @api.constrains("code")
    def _check_code(self):
        for unit in self.filtered("code"):
            if unit.code != unit.code.strip() or not any(map(str.isdigit, unit.code)):
                raise ValidationError(
                    self.env._(
                        "%(code)r is not a unit code: write digits and dots, "
                        "such as 01.00.00.0001.",
                        code=unit.code,
                    )
                )

    def write(self, vals):
        """Offices reach down the tree, and what they open is remembered."""
        result = super().write(vals)
        if "parent_id" in vals:
            self.env["res.users"]._forget_units_open()
        return result

    @api.model
    def _search_display_name(self, operator, value):
        """A text that starts with a digit is a code; both ways use an index."""
        if operator == "ilike" and isinstance(value, str) and value[:1].isdigit():
            return [("code", "=like", f"{value.strip()}%")]
        return super()._search_display_name(operator, value)
