from odoo import fields, models, tools
from odoo.fields import Command

# Key of what a transaction remembers in its cursor.
UNITS_OPEN = "pemda_units_open"


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

    def _pemda_units_open(self, groups):
        """Where what stands under some groups is open to this user today.

        It is asked at every access to a field: the answer is kept by the transaction,
        and for all of them by the registry.

        :param groups: external ids with commas, as a field has them
        :return: ids of units, which stand for those below them as well; ``None`` if
            these are all in which the user holds any office, or no office gives them
        """
        known = self.env.cr.cache.setdefault(UNITS_OPEN, {})
        key = (self.id, groups)
        if key not in known:
            today = self.env.company.sudo()._pemda_today()
            known[key] = self._units_open_at(groups, today)
        return known[key]

    def _pemda_all_open(self):
        """Whether every group of this user is open wherever he holds an office.

        So it is for nearly everybody: this is the question to begin with.
        """
        known = self.env.cr.cache.setdefault(UNITS_OPEN, {})
        if self.id not in known:
            today = self.env.company.sudo()._pemda_today()
            known[self.id] = self._all_open_at(today)
        return known[self.id]

    @tools.ormcache("self.id", "today")
    def _all_open_at(self, today):
        return all(
            self._units_of_groups(group) is None for group in self.sudo().all_group_ids
        )

    @tools.ormcache("self.id", "groups", "today")
    def _units_open_at(self, groups, today):
        wanted = self.env["res.groups"].sudo()
        for xmlid in groups.split(","):
            if not xmlid.startswith("!"):
                wanted |= self.env.ref(xmlid).sudo()
        return self._units_of_groups(wanted)

    def _units_of_groups(self, wanted):
        every = self.env["pemda.office"].sudo().search([("group_id", "!=", False)])
        if not wanted & every.group_id.all_implied_ids:
            return None
        offices = self._offices_in_force()
        giving = offices.filtered(
            lambda holder: wanted & holder.office_id.group_id.all_implied_ids
        )
        open_ids = frozenset(giving.unit_id.ids)
        paths = offices.unit_id.mapped("parent_path")
        if all(open_ids.intersection(map(int, path.split("/")[:-1])) for path in paths):
            return None
        return open_ids

    def _forget_units_open(self):
        """After a change of offices or of the tree of units."""
        self.env.cr.cache.pop(UNITS_OPEN, None)
        self.env.registry.clear_cache()

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
        self._forget_units_open()
