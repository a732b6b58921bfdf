from odoo import fields, models


class PeriodGenerate(models.TransientModel):
    """The years whose periods are to be made."""

    _name = "sipbd.period.generate"
    _description = "Make reporting periods"

    year_from = fields.Integer(
        string="From year",
        required=True,
        default=lambda self: self._next_year(),
    )
    year_to = fields.Integer(
        string="To year", required=True, default=lambda self: self._next_year()
    )

    def _next_year(self):
        """The year after the last period, or this one."""
        last = self.env["sipbd.period"].search([], limit=1)
        today = self.env.company.sudo()._pemda_today()
        return last.date_to.year + 1 if last else today.year

    def action_generate(self):
        """Make the periods as the policy of each year cuts it."""
        self.ensure_one()
        self.env["sipbd.period"]._generate(self.year_from, self.year_to)
        return self.env["ir.actions.act_window"]._for_xml_id(
            "sipbd.sipbd_period_action"
        )
