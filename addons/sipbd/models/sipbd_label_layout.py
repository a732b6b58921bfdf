from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..rules import labels

SIZES = ("page_width", "page_height", "label_width", "label_height")
GAPS = ("margin_left", "margin_top", "gap_x", "gap_y")
LARGEST_PAGE = 600  # mm
MOST_LABELS = 400


class LabelLayout(models.Model):
    """A sheet of labels as it is sold, or the label of a roll printer; in mm."""

    _name = "sipbd.label.layout"
    _description = "Label sheet"
    _order = "sequence, id"

    name = fields.Char(string="Label sheet", required=True)
    sequence = fields.Integer(default=10, aggregator=None)
    active = fields.Boolean(default=True)
    page_width = fields.Float(required=True, digits=(6, 2), default=210)
    page_height = fields.Float(required=True, digits=(6, 2), default=297)
    columns = fields.Integer(required=True, default=3)
    rows = fields.Integer(required=True, default=8)
    label_width = fields.Float(required=True, digits=(6, 2), default=70)
    label_height = fields.Float(required=True, digits=(6, 2), default=37)
    margin_left = fields.Float(string="Left margin", digits=(6, 2))
    margin_top = fields.Float(string="Top margin", digits=(6, 2))
    gap_x = fields.Float(string="Gap between columns", digits=(6, 2))
    gap_y = fields.Float(string="Gap between rows", digits=(6, 2))
    per_sheet = fields.Integer(compute="_compute_per_sheet", string="Labels per sheet")

    @api.depends("columns", "rows")
    def _compute_per_sheet(self):
        for layout in self:
            layout.per_sheet = layout.columns * layout.rows

    @api.constrains("columns", "rows", *SIZES, *GAPS)
    def _check_fits(self):
        for layout in self:
            small_width, small_height = labels.SMALLEST
            if (
                layout.label_width < small_width
                or layout.label_height < small_height
                or any(not 0 < layout[name] <= LARGEST_PAGE for name in SIZES)
                or any(not 0 <= layout[name] <= LARGEST_PAGE for name in GAPS)
                or not (layout.columns >= 1 and layout.rows >= 1)
                or layout.per_sheet > MOST_LABELS
            ):
                raise ValidationError(
                    self.env._(
                        "A label is at least %(width)s x %(height)s mm, a page at most "
                        "%(page)s mm, with 1 to %(most)s labels and no negative "
                        "margin.",
                        width=small_width,
                        height=small_height,
                        page=LARGEST_PAGE,
                        most=MOST_LABELS,
                    )
                )
            geometry = layout._geometry()
            if not geometry.fits():
                raise ValidationError(
                    self.env._(
                        "The labels need %(used)s mm, but the page of %(layout)s has "
                        "%(page)s mm.",
                        used=f"{geometry.used_width:g} x {geometry.used_height:g}",
                        page=f"{layout.page_width:g} x {layout.page_height:g}",
                        layout=layout.name,
                    )
                )

    def _geometry(self):
        """This layout as a plain value."""
        self.ensure_one()
        return labels.Layout(
            **{name: self[name] for name in (*SIZES, *GAPS, "columns", "rows")}
        )
