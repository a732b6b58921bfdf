from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .access import PRIVATE

KINDS = [
    ("kgb", "Kenaikan gaji berkala"),
    ("kp", "Kenaikan pangkat"),
    ("pensiun", "Pensiun (BUP)"),
    ("kontrak", "End of the agreement (PPPK)"),
    ("satyalancana", "Satyalancana Karya Satya"),
]
SPANS = {"1": 1, "3": 3, "6": 6, "12": 12, "24": 24}


class Due(models.Model):
    """What is due for a person within 24 months, and what is overdue.

    Computed at each reading by ``sql/due.sql`` from the present state of people; the
    sentences come from the pure rules, of which that statement is the twin.
    """

    _name = "sikda.due"
    _description = "Due for a civil servant"
    _inherit = ["sikda.by.unit"]
    _auto = False
    _order = "tmt, employee_id, kind"
    _rec_name = "employee_id"
    _depends = {
        "hr.employee": ["current_version_id", "unit_id", "tmt_cpns"],
        "hr.version": ["golongan_id", "tmt_golongan", "mkg_tahun", "tmt_pensiun"],
        "sikda.gaji": ["amount", "mkg", "golongan_id", "date_from", "date_to"],
        "sikda.parameter": ["name", "key", "value", "date_from", "date_to"],
    }

    employee_id = fields.Many2one("hr.employee", string="Person", readonly=True)
    unit_id = fields.Many2one("hr.department", readonly=True)
    opd_id = fields.Many2one("hr.department", string="OPD", readonly=True)
    nip = fields.Char(string="NIP", related="employee_id.nip")
    golongan_now_id = fields.Many2one("sikda.golongan", readonly=True)
    kind = fields.Selection(KINDS, string="What", readonly=True)
    tmt = fields.Date(string="TMT", readonly=True)
    overdue = fields.Boolean(readonly=True)
    golongan_id = fields.Many2one("sikda.golongan", string="To golongan", readonly=True)
    mkg = fields.Integer(string="Years", aggregator=None, readonly=True)
    amount = fields.Integer(
        string="Basic pay then", aggregator=None, readonly=True, groups=PRIVATE
    )
    code = fields.Char(readonly=True)
    ready = fields.Boolean(
        readonly=True, groups=PRIVATE, help="Nothing on record stands in the way."
    )
    horizon = fields.Selection(
        [
            ("0", "Overdue"),
            ("1", "1 month"),
            ("3", "3 months"),
            ("6", "6 months"),
            ("12", "12 months"),
            ("24", "24 months"),
        ],
        string="Within",
        store=False,
        search="_search_horizon",
        help="Overdue, or with a TMT within so many months from today.",
    )
    explanation = fields.Html(compute="_compute_explanation")
    obstacles = fields.Html(
        string="In the way", compute="_compute_explanation", groups=PRIVATE
    )

    @property
    def _table_query(self):
        people = self.env["hr.employee"]
        today = self.env.company.sudo()._pemda_today()
        due = people._due_query(people._due_until())
        return SQL(
            """SELECT due.id, due.employee_id, due.kind, due.tmt, due.golongan_id,
                      due.mkg, due.amount, due.code,
                      due.tmt < %(today)s AS overdue,
                      coalesce(cardinality(due.findings), 0) = 0 AS ready,
                      e.unit_id, unit.opd_id, now.golongan_id AS golongan_now_id
                 FROM (%(due)s) due
                 JOIN hr_employee e ON e.id = due.employee_id
                 JOIN hr_version now ON now.id = e.current_version_id
                 LEFT JOIN hr_department unit ON unit.id = e.unit_id""",
            today=today,
            due=due,
        )

    def _search_horizon(self, operator, value):
        if operator != "in":
            return NotImplemented
        today = self.env.company.sudo()._pemda_today()
        months = max((SPANS.get(one, 0) for one in value if one), default=None)
        if months is None:
            return Domain.FALSE
        until = fields.Date.add(today, months=months) if months else today
        return Domain("tmt", "<=" if months else "<", until)

    @api.depends("employee_id", "kind")
    def _compute_explanation(self):
        explained = self.employee_id._due_explained()
        for due in self:
            sentences, findings = explained.get(
                (due.employee_id.id, due.kind), ((), ())
            )
            due.explanation = self._as_list(sentences)
            due.obstacles = self._as_list(findings)

    @api.model
    def _as_list(self, sentences):
        return self.env["hr.employee"]._sentences(sentences)

    def action_open_person(self):
        self.ensure_one()
        return self.employee_id.get_formview_action()
