from collections import defaultdict
from datetime import timedelta

from markupsafe import Markup

from odoo import api, models

DUE_FIELDS = ("pajak_sampai", "stnk_sampai", "kir_sampai")
DAYS_BEFORE = 30


class VehicleReminder(models.AbstractModel):
    """Tells the clerks of the units each morning which papers of vehicles are due.

    One activity per clerk says how many of what; it changes with them, and goes when
    nothing is due. Once a clerk has marked it as done it comes back only when
    something has changed.
    """

    _name = "sipbd.vehicle.reminder"
    _description = "Reminder of vehicle tax, STNK and inspection"

    @api.model
    def _cron_remind(self):
        due = self._due_by_unit()
        reminded = self.env["res.users"]
        for user, units in self._clerks().items():
            counts = {
                name: sum(
                    count
                    for path, count in paths.items()
                    if any(path.startswith(unit.parent_path) for unit in units)
                )
                for name, paths in due.items()
            }
            if any(counts.values()):
                self._remind(user, counts)
                reminded |= user
        self._activities([("user_id", "not in", reminded.ids)]).unlink()

    @api.model
    def _due_by_unit(self):
        """Number of vehicles whose date comes up, by path of the unit, per field."""
        assets = self.env["sipbd.asset"].sudo()
        until = self.env.company.sudo()._pemda_today() + timedelta(days=DAYS_BEFORE)
        due = {}
        for name in DUE_FIELDS:
            groups = assets._read_group(
                [(name, "<=", until), ("state", "=", "aktif")], ["unit_id"], ["__count"]
            )
            due[name] = {unit.parent_path: count for unit, count in groups}
        return due

    @api.model
    def _clerks(self):
        """Units of each clerk today; whoever keeps the books of the whole pemda is
        not told of each vehicle.

        :return: dict of users to units
        """
        holders = self.env["pemda.office.holder"].sudo()
        clerk = self.env.ref("sipbd.group_asset_clerk")
        today = self.env.company.sudo()._pemda_today()
        units = defaultdict(self.env["hr.department"].sudo().browse)
        for holder in holders.search(holders._in_force(today)):
            group = holder.office_id.group_id
            if not (holder.user_id.active and clerk in group.all_implied_ids):
                continue
            if holder.unit_id.kind_id.role != "pemda":
                units[holder.user_id] |= holder.unit_id
        return units

    @api.model
    def _remind(self, user, counts):
        summary = self.with_context(lang=user.lang)._summary(counts)
        mine = [("user_id", "=", user.id)]
        latest = self._activities(mine, active_test=False)[:1]
        if latest.summary == summary:
            return
        self._activities(mine).unlink()
        activities = self.env["mail.activity"].sudo()
        activities.with_context(mail_activity_quick_update=True).create(
            {
                "activity_type_id": self.env.ref("sipbd.activity_type_due").id,
                "user_id": user.id,
                "summary": summary,
                "note": Markup('<a href="/odoo/pekerjaan">%s</a>')
                % self.with_context(lang=user.lang).env._("Work at hand"),
                "date_deadline": self.env.company.sudo()._pemda_today(),
                "automated": True,
            }
        )

    @api.model
    def _summary(self, counts):
        labels = self.env["sipbd.asset"].fields_get(DUE_FIELDS, ["string"])
        parts = [
            f"{labels[name]['string']}: {count}"
            for name, count in counts.items()
            if count
        ]
        return self.env._("Vehicles due: %(what)s", what="; ".join(parts))

    @api.model
    def _activities(self, domain, active_test=True):
        """Reminders, the latest first."""
        activities = self.env["mail.activity"].sudo()
        kind = self.env.ref("sipbd.activity_type_due")
        return activities.with_context(active_test=active_test).search(
            [("activity_type_id", "=", kind.id), *domain], order="id desc"
        )
