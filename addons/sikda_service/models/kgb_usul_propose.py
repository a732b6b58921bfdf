from odoo import api, models
from odoo.tools import SQL

LAST_RUN = "sikda_service.kgb_proposed"


class KgbUsul(models.Model):
    """The monthly run: a draft per OPD, for the OPD to confirm."""

    _inherit = "sikda.kgb.usul"

    @api.model
    def _cron_propose(self):
        """The run of this month, if it was not made yet."""
        parameters = self.env["ir.config_parameter"].sudo()
        month = self.env.company.sudo()._pemda_today().strftime("%Y-%m")
        if parameters.get_param(LAST_RUN) != month:
            self.with_context(lang=self.env.user.lang)._propose()
            parameters.set_param(LAST_RUN, month)

    @api.model
    def _propose(self):
        """Fill what the last run left unsubmitted anew, and propose for the others."""
        today = self.env.company.sudo()._pemda_today()
        waiting = self.search([("otomatis", "=", True), ("state", "=", "draft")])
        waiting.write({"per": today})
        missing = self._opd_with_people() - waiting.unit_id
        made = self.create(
            [
                {"unit_id": unit.id, "per": today, "otomatis": True}
                for unit in missing.sorted("code")
            ]
        )
        proposals = waiting | made
        proposals._fill()
        idle = made.filtered(lambda usul: not usul._has_work())
        (made - idle)._tell_proposed()
        idle.unlink()

    def _has_work(self):
        """Somebody is proposed, or could be by a reason."""
        return bool(self.line_ids) or any(self.lain_ids.mapped("can_take"))

    @api.model
    def _opd_with_people(self):
        """OPD in which, or below which, somebody is in service."""
        self.env.flush_all()
        rows = self.env.execute_query(
            SQL(
                "SELECT DISTINCT unit.opd_id FROM hr_employee e"
                " JOIN hr_version now ON now.id = e.current_version_id"
                " JOIN hr_department unit ON unit.id = e.unit_id"
                " WHERE now.asn_aktif AND unit.opd_id IS NOT NULL"
            )
        )
        return self.env["hr.department"].browse([row[0] for row in rows])
