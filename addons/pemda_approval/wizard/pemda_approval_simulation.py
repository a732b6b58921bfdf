from decimal import Decimal

from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.request_picture import BOX, PICTURE, STAGE, WARNING
from ..rules.steps import FactMissing, Facts, words


class ApprovalSimulation(models.TransientModel):
    """A flow tried on a sample: which steps, which offices, who holds them today."""

    _name = "pemda.approval.simulation"
    _description = "Try a flow"

    flow_id = fields.Many2one("pemda.approval.flow", required=True)
    sample_id = fields.Many2one(
        "pemda.approval.request",
        string="As an earlier document",
        domain="[('kind_id', '=', kind_id)]",
    )
    kind_id = fields.Many2one(related="flow_id.kind_id")
    unit_id = fields.Many2one(
        "hr.department",
        string="Unit of the document",
        compute="_compute_sample",
        store=True,
        readonly=False,
    )
    receiving_unit_id = fields.Many2one(
        "hr.department",
        compute="_compute_sample",
        store=True,
        readonly=False,
    )
    amount = fields.Float(
        digits=(20, 2),
        compute="_compute_sample",
        store=True,
        readonly=False,
    )
    codes = fields.Char(compute="_compute_sample", store=True, readonly=False)
    golongan = fields.Char(compute="_compute_sample", store=True, readonly=False)
    causes = fields.Char(compute="_compute_sample", store=True, readonly=False)
    picture = fields.Html(compute="_compute_picture", sanitize=False)

    @api.depends("sample_id")
    def _compute_sample(self):
        for each in self:
            sample = each.sample_id
            facts = sample.facts or {}
            each.unit_id = sample.unit_id or each.unit_id
            each.receiving_unit_id = sample.receiving_unit_id or each.receiving_unit_id
            each.amount = sample.amount or each.amount
            each.codes = ", ".join(facts.get("codes", ())) or each.codes
            each.golongan = ", ".join(facts.get("golongan", ())) or each.golongan
            each.causes = ", ".join(facts.get("causes", ())) or each.causes

    @api.model_create_multi
    def create(self, vals_list):
        tries = super().create(vals_list)
        tries._check_sample()
        return tries

    def write(self, vals):
        result = super().write(vals)
        self._check_sample()
        return result

    def _check_sample(self):
        """Who may not read the earlier document learns nothing of it."""
        self.sample_id.check_access("read")

    @api.depends(
        "flow_id",
        "unit_id",
        "receiving_unit_id",
        "amount",
        "codes",
        "golongan",
        "causes",
    )
    def _compute_picture(self):
        for each in self:
            each.picture = each._picture() if each.unit_id else False

    def _facts(self):
        receiving = self.receiving_unit_id
        return Facts(
            amount=Decimal(repr(self.amount)),
            codes=words(self.codes),
            golongan=words(self.golongan),
            between_opd=bool(receiving) and receiving.opd_id != self.unit_id.opd_id,
            causes=words(self.causes),
        )

    def _picture(self):
        try:
            stages = self.flow_id._stages(self._facts())
            boxes = [[self._box(rule) for rule in stage] for stage in stages]
        except FactMissing as missing:
            return WARNING.format(
                text=self.env._(
                    "The flow depends on “%(fact)s”: fill that in.",
                    fact=missing.args[0],
                )
            )
        except UserError as error:
            return WARNING.format(text=error)
        return PICTURE.format(
            stages=Markup().join(
                STAGE.format(boxes=Markup().join(stage)) for stage in boxes
            )
        )

    def _box(self, rule):
        today = self.env.company.sudo()._pemda_today()
        step = self.env["pemda.approval.step"].browse(rule.id)
        place = step._unit(self.unit_id, self.receiving_unit_id, today)
        holders = self.env["pemda.office.holder"]._acting(
            step.office_id, place, self.kind_id
        )
        vacancy = step.office_id._vacancy_text(place)
        return BOX.format(
            state="open" if holders else "vacant",
            name=step.name,
            office=step.office_id.name,
            place=place.name,
            who=", ".join(holders.mapped("name")) or vacancy,
            when=step.condition_text,
        )
