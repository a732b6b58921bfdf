from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..rules import steps as rules
from .engine_token import is_engine

LONGEST_TERM = 365


class ApprovalStep(models.Model):
    """A step of a flow: which office, where along the tree, when, and how.

    Steps with the same order number wait side by side.
    """

    _name = "pemda.approval.step"
    _description = "Step of a flow"
    _inherit = ["pemda.approval.conditions"]
    _order = "flow_id, sequence, id"

    flow_id = fields.Many2one(
        "pemda.approval.flow", required=True, index=True, ondelete="cascade"
    )
    sequence = fields.Integer(string="Order", required=True, default=10)
    name = fields.Char(required=True, translate=True)
    office_id = fields.Many2one("pemda.office", required=True, ondelete="restrict")
    place = fields.Selection(
        [
            ("unit", "Unit of the document"),
            ("nearest", "Unit of the document, or the nearest above that has it"),
            ("opd", "OPD of the document"),
            ("receiving_unit", "Receiving unit"),
            ("receiving_opd", "Receiving OPD"),
            ("pemda", "The pemda"),
            ("fixed", "A certain unit"),
        ],
        required=True,
        default="nearest",
        help="The unit in which the office is looked for.",
    )
    place_unit_id = fields.Many2one(
        "hr.department", string="Certain unit", ondelete="restrict"
    )
    on_behalf_office_id = fields.Many2one(
        "pemda.office",
        string="Signs a.n.",
        ondelete="restrict",
        help="The office in whose name (atas nama) the holder decides.",
    )
    mode = fields.Selection(
        [
            ("one", "One of the holders"),
            ("some", "Several of the holders"),
            ("all", "All holders"),
        ],
        required=True,
        default="one",
    )
    count = fields.Integer(string="How many", default=1)
    deadline_days = fields.Integer(
        string="Term (working days)", help="0: the step has no term."
    )
    escalation_office_id = fields.Many2one(
        "pemda.office",
        string="Then tell",
        ondelete="restrict",
        help="Office that is told when the term has passed, in the same unit or the "
        "nearest above. It does not decide instead.",
    )
    may_skip = fields.Boolean(
        string="Falls away for the same person",
        help="The step is left out if all who hold the office have made the document "
        "or decided on it before. The last step never falls away.",
    )
    _count_positive = models.Constraint(
        "check(count >= 1)", "At least one holder decides."
    )
    _term_bounded = models.Constraint(
        f"check(deadline_days BETWEEN 0 AND {LONGEST_TERM})",
        "A term has at most 365 working days.",
    )
    _fixed_unit = models.Constraint(
        "check(place <> 'fixed' OR place_unit_id IS NOT NULL)",
        "Choose the certain unit in which the office decides.",
    )

    @api.constrains("office_id", "mode", "count")
    def _check_quorum(self):
        for step in self:
            if step.office_id.single and step.mode == "some" and step.count > 1:
                raise ValidationError(
                    self.env._(
                        "“%(step)s” asks %(count)s holders, but the office %(office)s "
                        "has one at a time.",
                        step=step.name,
                        count=step.count,
                        office=step.office_id.name,
                    )
                )

    def _rule(self):
        """The step as the rules know it."""
        self.ensure_one()
        return rules.Step(
            id=self.id,
            sequence=self.sequence,
            mode=self.mode,
            count=self.count,
            may_skip=self.may_skip,
            **self._rule_conditions(),
        )

    def _unit(self, unit, receiving, date):
        """The unit in which the office decides on a document of ``unit``.

        :param receiving: unit that receives; may be empty
        """
        self.ensure_one()
        if self.place == "nearest":
            holders = self.env["pemda.office.holder"].sudo()
            return holders._in_office(unit, self.office_id.code, date).unit_id or unit
        found = {
            "unit": unit,
            "opd": unit.opd_id,
            "receiving_unit": receiving,
            "receiving_opd": receiving.opd_id,
            "pemda": self.env.ref("pemda_base.unit_pemda"),
            "fixed": self.place_unit_id,
        }[self.place]
        if not found:
            raise ValidationError(
                self.env._(
                    "“%(step)s” is decided in the %(place)s, and this document has "
                    "none: fill that in first.",
                    step=self.name,
                    place=dict(self._fields["place"]._description_selection(self.env))[
                        self.place
                    ],
                )
            )
        return found

    @api.model_create_multi
    def create(self, vals_list):
        steps = super().create(vals_list)
        steps._check_flow()
        return steps

    def write(self, vals):
        self._check_flow()
        result = super().write(vals)
        self._check_flow()
        return result

    @api.ondelete(at_uninstall=False)
    def _unlink_from_drafts(self):
        self._check_flow()

    def _check_flow(self):
        if not is_engine(self):
            self.flow_id._check_draft()
