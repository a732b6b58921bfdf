from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain

from ..rules.signing import CAPACITIES


class OfficeHolder(models.Model):
    """Who holds which office in which unit, from when to when, by which SK.

    Rights follow from these rows at once: see ``res.users._pemda_unit_ids``.
    """

    _name = "pemda.office.holder"
    _description = "Office holder"
    _inherit = ["mail.thread"]
    _order = "unit_id, office_id, date_from desc"

    office_id = fields.Many2one(
        "pemda.office", required=True, index=True, ondelete="restrict", tracking=True
    )
    unit_id = fields.Many2one(
        "hr.department", required=True, index=True, ondelete="restrict", tracking=True
    )
    employee_id = fields.Many2one("hr.employee", index="btree_not_null", tracking=True)
    user_id = fields.Many2one(
        "res.users",
        string="Sign-in",
        compute="_compute_user_id",
        store=True,
        readonly=False,
        index="btree_not_null",
        tracking=True,
        help="Whoever signs in with it has the rights of the office.",
    )
    capacity = fields.Selection(
        selection=[
            ("definitif", "Definitive"),
            ("plt", "Plt. (acting, office vacant)"),
            ("plh", "Plh. (acting, holder absent)"),
        ],
        required=True,
        default="definitif",
        tracking=True,
    )
    date_from = fields.Date(
        string="From", required=True, default=fields.Date.context_today, tracking=True
    )
    date_to = fields.Date(string="Until", tracking=True)
    sk_number = fields.Char(string="SK number", tracking=True)
    sk_date = fields.Date(string="SK date")
    name = fields.Char(compute="_compute_person", store=True, compute_sudo=True)
    nip = fields.Char(
        string="NIP",
        compute="_compute_person",
        store=True,
        compute_sudo=True,
        groups="hr.group_hr_user",
    )

    _dates_in_order = models.Constraint(
        "check(date_to >= date_from)", "An office cannot end before it begins."
    )
    _somebody = models.Constraint(
        "check(employee_id IS NOT NULL OR user_id IS NOT NULL)",
        "Name the employee or the sign-in that holds the office.",
    )
    _user_in_force = models.Index("(user_id, date_from, date_to)")

    @api.depends("employee_id")
    def _compute_user_id(self):
        for holder in self.filtered("employee_id"):
            holder.user_id = holder.employee_id.user_id

    @api.depends("employee_id.name", "employee_id.nip", "user_id.name")
    def _compute_person(self):
        for holder in self:
            holder.name = holder.employee_id.name or holder.user_id.name
            holder.nip = holder.employee_id.nip

    @api.depends("name", "office_id.name", "unit_id.name")
    def _compute_display_name(self):
        for holder in self:
            parts = (holder.name, holder.office_id.name, holder.unit_id.name)
            holder.display_name = ", ".join(filter(None, parts))

    @api.constrains("office_id", "unit_id", "capacity", "date_from", "date_to")
    def _check_one_holder(self):
        for holder in self:
            if holder.capacity != "definitif" or not holder.office_id.single:
                continue
            domain = Domain(
                [
                    ("id", "!=", holder.id),
                    ("office_id", "=", holder.office_id.id),
                    ("unit_id", "=", holder.unit_id.id),
                    ("capacity", "=", "definitif"),
                ]
            ) & (
                Domain("date_to", "=", False)
                | Domain("date_to", ">=", holder.date_from)
            )
            if holder.date_to:
                domain &= Domain("date_from", "<=", holder.date_to)
            other = self.search(domain, limit=1)
            if other:
                raise ValidationError(
                    self.env._(
                        "%(other)s holds the office %(office)s in %(unit)s in this "
                        "period. End that first, or make the new one Plt. or Plh.",
                        other=other.name,
                        office=holder.office_id.name,
                        unit=holder.unit_id.name,
                    )
                )

    @api.constrains("office_id", "unit_id")
    def _check_unit_of_office(self):
        for holder in self.filtered("office_id.pemda_only"):
            if holder.unit_id.kind_id.role != "pemda":
                raise ValidationError(
                    self.env._(
                        "%(office)s is an office of the whole pemda and cannot be held "
                        "in %(unit)s.",
                        office=holder.office_id.name,
                        unit=holder.unit_id.name,
                    )
                )

    @api.model
    def _in_force(self, date):
        """Domain of the rows that are in force at ``date``."""
        return Domain("date_from", "<=", date) & (
            Domain("date_to", "=", False) | Domain("date_to", ">=", date)
        )

    @api.model
    def _in_office(self, unit, office_code, date):
        """Holder at ``date`` in the unit or the nearest unit above it; may be empty.

        Whoever acts (Plh before Plt) stands before the definitive holder.
        """
        office_domain = self._in_force(date) & Domain(
            "office_id.code", "=", office_code
        )
        while unit:
            holders = self.search(office_domain & Domain("unit_id", "=", unit.id))
            if holders:
                return min(holders, key=lambda h: CAPACITIES.index(h.capacity))
            unit = unit.parent_id
        return self

    def _signature(self, unit, office_code):
        """Block of a signature, as ``hr.department._signers`` gives it; for an empty
        record, of the vacant office."""
        office = self.office_id or self.env["pemda.office"].search(
            [("code", "=", office_code)], limit=1
        )
        return {
            "title": office._title_in(self.unit_id or unit),
            "name": self.name or "",
            "nip": self.nip or "",
            "capacity": self.capacity or "definitif",
        }

    @api.model_create_multi
    def create(self, vals_list):
        holders = super().create(vals_list)
        holders.user_id._sync_office_groups()
        return holders

    def write(self, vals):
        users, groups = self.user_id, self.office_id.group_id
        result = super().write(vals)
        (users | self.user_id)._sync_office_groups(groups)
        return result

    def unlink(self):
        users, groups = self.user_id, self.office_id.group_id
        result = super().unlink()
        users._sync_office_groups(groups)
        return result

    @api.model
    def _cron_sync_rights(self):
        """Give and take the groups of offices that began or ended at midnight.

        Record rules look at the date themselves; this only tidies the menus.
        """
        holders = self.search([("user_id", "!=", False)])
        holders.user_id._sync_office_groups(holders.office_id.group_id)
