from odoo import fields, models
from odoo.fields import Command


class Users(models.Model):
    _inherit = "res.users"

    office_holder_ids = fields.One2many(
        "pemda.office.holder", "user_id", string="Offices"
    )

    def _offices_in_force(self):
        """Rows of ``pemda.office.holder`` by which these users hold office today."""
        holders = self.env["pemda.office.holder"].sudo()
        today = self.env.company.sudo()._pemda_today()
        return holders.search(
            holders._in_force(today)
            & fields.Domain("user_id", "in", self.ids)
            & fields.Domain("office_id.active", "=", True)
        )

    def _pemda_unit_ids(self, group_xmlid):
        """Units in which this user holds an office with the rights of a group today.

        :param group_xmlid: external id; an office counts if its group is that group
            or implies it
        :return: list of ids; the units below them belong to the office as well
        """
        self.ensure_one()
        group = self.env.ref(group_xmlid).sudo()
        return [
            holder.unit_id.id
            for holder in self._offices_in_force()
            if group in holder.office_id.group_id.all_implied_ids
        ]

    def _sync_office_groups(self, former=None):
        """Make the groups of these users those of the offices they hold today.

        :param former: groups that an office gave until now and may have to go
        """
        former = former or self.env["res.groups"]
        for user in self.sudo():
            wanted = user._offices_in_force().office_id.group_id
            surplus = (former & user.group_ids) - wanted
            missing = wanted - user.group_ids
            if surplus or missing:
                user.group_ids = [Command.unlink(group.id) for group in surplus] + [
                    Command.link(group.id) for group in missing
                ]
        # Units are part of the cached record rules even where no group has changed.
        self.env.registry.clear_cache()
