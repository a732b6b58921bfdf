from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .sipbd_pakai import HAND_BACK
from .sql_file import sql_file

#: whoever leaves within so many months is reminded of what he holds
MONTHS = 3


class Employee(models.Model):
    _inherit = "hr.employee"

    def _custody_rank(self):
        """Pangkat and golongan, where the personnel register is installed."""
        if "golongan_id" not in self._fields:
            return False
        golongan = self.golongan_id
        return ", ".join(filter(None, (golongan.pangkat, golongan.name))) or False

    def _has_left(self, day):
        """Whether a person is out of service on a day."""
        return bool(self.sudo().filtered_domain(self._leaves_domain(day)))

    @api.model
    def _leaves_domain(self, day):
        """People who are out of service by a day, as far as it is known now.

        Who has retired, died or moved away is known where the personnel register is
        installed.
        """
        left = Domain("active", "=", False)
        for name in ("departure_date", "tmt_pensiun"):
            if name in self._fields:
                left |= Domain(name, "!=", False) & Domain(name, "<=", day)
        if "asn_aktif" in self._fields:
            known = Domain("status_asn", "!=", False) & Domain(
                "kedudukan_hukum_id", "!=", False
            )
            left |= known & Domain("asn_aktif", "=", False)
        return left


class Asset(models.Model):
    """Goods whose custodian leaves the service, or serves in another OPD by now."""

    _inherit = "sipbd.asset"

    holder_leaves = fields.Boolean(
        string="Custodian leaves or serves elsewhere",
        compute="_compute_holder_leaves",
        search="_search_holder_leaves",
        export_string_translation=False,
    )

    def _compute_holder_leaves(self):
        among = Domain("id", "in", self.ids) & Domain("holder_leaves", "=", True)
        leaving = self.sudo().search(among)
        for asset in self:
            asset.holder_leaves = asset.id in leaving.ids

    @api.model
    def _search_holder_leaves(self, operator, value):
        if operator != "in" or set(value) != {True}:
            return NotImplemented
        today = self.env.company.sudo()._pemda_today()
        people = self.env["hr.employee"].sudo().with_context(active_test=False)
        leaving = people._search(
            people._leaves_domain(fields.Date.add(today, months=MONTHS))
        )
        self.env["hr.version"].flush_model(["department_id"])
        held = Domain("holder_id", "!=", False)
        return held & (
            Domain("holder_id", "in", leaving)
            | Domain("id", "in", sql_file("holder_elsewhere"))
        )

    def action_begin_return(self):
        """Begin the document by which the custodian of these goods returns them."""
        self.check_access("write")
        holder = self.sudo().holder_id
        if len(holder) != 1 or not all(asset.holder_id for asset in self.sudo()):
            raise UserError(
                self.env._(
                    "Choose goods of one custodian: a return is signed by one person."
                )
            )
        if not holder.nip:
            raise UserError(
                self.env._(
                    "%(person)s has no NIP in the list of people, and a return names "
                    "the custodian by it. Let the NIP be entered, or book the return "
                    "with “Book a change”.",
                    person=holder.name,
                )
            )
        unit = self.unit_id if len(self.unit_id) == 1 else self.unit_id.opd_id
        if len(unit) != 1:
            raise UserError(
                self.env._("Choose goods of one OPD: a return is signed by one.")
            )
        document = self.env["sipbd.pakai"].create(
            {
                "jenis": HAND_BACK,
                "unit_id": unit.id,
                "holder_nip": holder.nip,
                "reason": self.env._("Returned by the custodian"),
            }
        )
        document._add_goods(self)
        return {
            "type": "ir.actions.act_window",
            "res_model": document._name,
            "res_id": document.id,
            "views": [(False, "form")],
        }
