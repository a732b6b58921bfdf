from odoo import api, fields, models
from odoo.fields import Domain

# More codes than this are so broad a search that any plan is quick.
MOST_CODES = 1000


class Asset(models.Model):
    """Looking assets up by their code, quickly at any size of the register."""

    _inherit = "sipbd.asset"

    code_search = fields.Char(
        string="Code and below",
        compute="_compute_code_search",
        search="_search_code_search",
        export_string_translation=False,
    )

    @api.depends("code_id")
    def _compute_code_search(self):
        for asset in self:
            asset.code_search = asset.code_id.display_name

    @api.model
    def _search_code_search(self, operator, value):
        """Assets of a code, or the label of a code, and of all codes below it.

        By the ids of the codes: behind a subquery the planner cannot see that one
        code holds a hundred times as many assets as another.
        """
        if operator != "ilike" or not (value or "").strip():
            return NotImplemented
        kode = self.env["sipbd.kode"]
        code, _, name = value.strip().partition(" ")
        picked = kode.search([("code", "=", code), ("name", "=", name)], limit=1)
        wanted = (
            Domain("id", "child_of", picked.id)
            if picked
            else Domain("display_name", "ilike", value)
        )
        codes = kode.search(wanted & Domain("level", "=", 7), limit=MOST_CODES + 1)
        if len(codes) > MOST_CODES:
            return Domain("code_id", "any", wanted)
        return Domain("code_id", "in", codes.ids)
