from odoo import api, fields, models
from odoo.exceptions import UserError


class ImportQuestion(models.Model):
    """A text of one load that nobody has given a meaning yet.

    Made anew by every check; the answer is kept as a mapping and stays.
    """

    _name = "pemda.import.question"
    _description = "Import Question"
    _order = "kind, row_count desc, source"
    _rec_name = "source"

    load_id = fields.Many2one(
        "pemda.import.load", required=True, index=True, ondelete="cascade"
    )
    kind = fields.Selection(selection="_kind_selection", required=True)
    source = fields.Char("In the File", required=True)
    sample = fields.Char("Such As", help="Name that stands beside it in the file.")
    row_count = fields.Integer("Rows")
    suggestions = fields.Json(help="Candidates: id and name, best first.")
    suggestion = fields.Char(compute="_compute_suggestion")
    to_unit_id = fields.Many2one("hr.department", "Unit")
    answered = fields.Boolean(compute="_compute_answered")

    @api.model
    def _kind_selection(self):
        return (
            self.env["pemda.import.mapping"]
            ._fields["kind"]
            ._description_selection(self.env)
        )

    @api.depends("suggestions")
    def _compute_suggestion(self):
        for question in self:
            best = (question.suggestions or [None])[0]
            question.suggestion = best and best["name"]

    @api.depends("kind", "to_unit_id")
    def _compute_answered(self):
        answers = self.env["pemda.import.mapping"]._answer_fields()
        for question in self:
            question.answered = bool(question[answers[question.kind]])

    def write(self, vals):
        """Users answer; everything else belongs to the engine."""
        answers = self.env["pemda.import.mapping"]._answer_fields()
        if not self.env.su and set(vals) - set(answers.values()):
            raise UserError(self.env._("Of a question only the answer can be given."))
        result = super().write(vals)
        for question in self:
            field = answers[question.kind]
            if field in vals and question[field]:
                question._remember()
        return result

    def action_accept_suggestion(self):
        """Take the first candidate as the answer; the user has looked at it."""
        answers = self.env["pemda.import.mapping"]._answer_fields()
        for question in self:
            if question.suggestions:
                best = question.suggestions[0]["id"]
                question.write({answers[question.kind]: best})
        return True

    def _remember(self):
        self.load_id._require_state("read", "checked")
        answers = self.env["pemda.import.mapping"]._answer_fields()
        self.env["pemda.import.mapping"]._remember(
            self.load_id.unit_id,
            self.kind,
            self.source,
            self[answers[self.kind]].id,
        )
