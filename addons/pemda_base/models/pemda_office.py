from odoo import api, fields, models
from odoo.exceptions import ValidationError


class Office(models.Model):
    """An office as the law names it (kepala OPD, pengurus barang, Sekda ...).

    Whoever holds it in a unit has the rights of its group in that unit and below.
    """

    _name = "pemda.office"
    _description = "Office"
    _order = "sequence, name"

    name = fields.Char(required=True, translate=True)
    code = fields.Char(required=True)
    sequence = fields.Integer(default=50)
    active = fields.Boolean(default=True)
    group_id = fields.Many2one(
        "res.groups",
        string="Rights",
        ondelete="restrict",
        index=True,
        help="Rights that the holder has in the unit of the office and below it.",
    )
    title = fields.Char(
        string="Title in signatures",
        help="Printed above a signature; {unit} stands for the name of the unit.",
    )
    single = fields.Boolean(
        string="One holder",
        default=True,
        help="At most one definitive holder in a unit at a time.",
    )
    pemda_only = fields.Boolean(
        string="Of the pemda itself",
        help="Held in the unit of the whole pemda only: its rights reach beyond any "
        "OPD.",
    )
    legal_basis = fields.Char()
    holder_ids = fields.One2many("pemda.office.holder", "office_id")

    _code_uniq = models.Constraint("unique(code)", "Each office has its own code.")

    @api.constrains("group_id")
    def _check_group(self):
        """An office gives rights of a register, never those of the administrator."""
        pemda = self.env.ref("pemda_base.module_category_pemda")
        forbidden = self.env.ref("base.group_erp_manager")
        for office in self.filtered("group_id"):
            group = office.group_id.sudo()
            ours = group.privilege_id.category_id == pemda
            if not ours or forbidden in group.all_implied_ids:
                raise ValidationError(
                    self.env._(
                        "%(office)s can give rights of the pemda's registers only, not "
                        "those of %(group)s.",
                        office=office.name,
                        group=group.display_name,
                    )
                )

    @api.constrains("pemda_only")
    def _check_pemda_only(self):
        self.holder_ids._check_unit_of_office()

    def _title_in(self, unit):
        """The office in a unit, as it stands above a signature."""
        title = self.title or self.name or ""
        return title.replace("{unit}", unit.name or "")

    def write(self, vals):
        holders = (
            self.holder_ids.user_id if {"group_id", "active"} & set(vals) else None
        )
        former = self.group_id
        result = super().write(vals)
        if holders is not None:
            holders._sync_office_groups(former)
        return result
