from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL, format_date


class Formasi(models.Model):
    """How many holders of a post a unit needs (kebutuhan, from ABK), and since when.

    A decree changes a need from a day on: the row before ends, a new one begins. What
    is asked of a past date finds the need of then.
    """

    _name = "sikda.formasi"
    _description = "Formasi"
    _order = "unit_id, jabatan_id, date_from desc"
    _rec_name = "jabatan_id"

    unit_id = fields.Many2one(
        "hr.department", required=True, index=True, ondelete="restrict"
    )
    jabatan_id = fields.Many2one(
        "sikda.jabatan", required=True, index=True, ondelete="restrict"
    )
    kebutuhan = fields.Integer(string="Needed (ABK)", required=True, default=1)
    date_from = fields.Date(
        string="In force from (TMT)",
        required=True,
        default=lambda self: self.env.company.sudo()._pemda_today(),
    )
    date_to = fields.Date(string="In force until")
    legal_basis = fields.Char(
        string="Decree",
        help="Number of the decree that sets the need, such as Perbup 12 Tahun 2024.",
    )
    legal_date = fields.Date(string="Date of the decree")
    period_ids = fields.One2many(
        "sikda.formasi", string="Needs over time", compute="_compute_period_ids"
    )

    _one_at_a_time = models.Constraint(
        "EXCLUDE USING gist (int4range(unit_id, unit_id, '[]') WITH &&, "
        "int4range(jabatan_id, jabatan_id, '[]') WITH &&, "
        "daterange(date_from, date_to, '[]') WITH &&)",
        "The unit has a need for this post in some of these days already. End that one "
        "first, or use “Change since” on it.",
    )
    _kebutuhan_positive = models.Constraint(
        "check(kebutuhan >= 0)", "A need cannot be negative."
    )
    _dates_in_order = models.Constraint(
        "check(date_to >= date_from)", "A need cannot end before it begins."
    )

    @api.depends("unit_id", "jabatan_id")
    def _compute_period_ids(self):
        for row in self:
            row.period_ids = self.search(
                [
                    ("unit_id", "=", row.unit_id.id),
                    ("jabatan_id", "=", row.jabatan_id.id),
                ]
            )

    @api.model
    def _in_force(self, day):
        """Statement of what is needed on a day (id, unit_id, jabatan_id, kebutuhan)."""
        self.env["sikda.formasi"].flush_model()
        return SQL(
            "SELECT id, unit_id, jabatan_id, kebutuhan FROM sikda_formasi "
            "WHERE date_from <= %(day)s AND coalesce(date_to, 'infinity') >= %(day)s",
            day=day,
        )

    def _change_since(self, day, need, decree):
        """End this need the day before, and let another begin.

        :param need: how many from then on; ``None`` if the post goes
        :param decree: values of ``legal_basis`` and ``legal_date``
        :return: the new row, if any
        :raises UserError: the need is not in force on the day before
        """
        self.ensure_one()
        first, last = self.date_from, self.date_to
        if day <= first or last and day > last:
            raise UserError(
                self.env._(
                    "This need of %(unit)s for %(post)s is in force from %(first)s to "
                    "%(last)s. Choose a day after its first and not after its last; "
                    "what was entered wrongly is corrected in the row itself.",
                    unit=self.unit_id.name,
                    post=self.jabatan_id.name,
                    first=format_date(self.env, first),
                    last=format_date(self.env, last) if last else self.env._("now"),
                )
            )
        self.date_to = fields.Date.subtract(day, days=1)
        self.flush_recordset(["date_to"])
        if need is None:
            return self.browse()
        return self.create(
            {
                "unit_id": self.unit_id.id,
                "jabatan_id": self.jabatan_id.id,
                "kebutuhan": need,
                "date_from": day,
                "date_to": last,
                **decree,
            }
        )

    def action_change(self):
        """Ask since when, and how many are needed from then on."""
        self.ensure_one()
        self.check_access("write")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Change since"),
            "res_model": "sikda.formasi.change",
            "view_mode": "form",
            "target": "new",
            "context": {
                "default_formasi_id": self.id,
                "default_kebutuhan": self.kebutuhan,
            },
        }
