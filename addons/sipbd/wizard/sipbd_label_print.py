from io import BytesIO

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from ..rules.label_sheet import write_labels
from ..rules.labels import Label

# One takes about a hundredth of a second.
MOST_LABELS = 2000


class LabelPrint(models.TransientModel):
    """Print labels of assets: on which sheet, from which position."""

    _name = "sipbd.label.print"
    _description = "Print labels"

    asset_ids = fields.Many2many("sipbd.asset", string="Assets", readonly=True)
    layout_id = fields.Many2one(
        "sipbd.label.layout",
        string="Label sheet",
        required=True,
        default=lambda self: self._default_layout_id(),
    )
    start = fields.Integer(
        string="Start at label",
        default=1,
        required=True,
        help="Position of the first free label on a sheet that has been used in part, "
        "counted row by row.",
    )
    per_sheet = fields.Integer(related="layout_id.per_sheet")
    count = fields.Integer(compute="_compute_count", string="Labels")
    sheets = fields.Integer(compute="_compute_count")

    @api.model
    def _default_layout_id(self):
        """What this user printed on last."""
        mine = [("create_uid", "=", self.env.uid)]
        last = self.search(mine, order="id desc", limit=1)
        return last.layout_id or self.env["sipbd.label.layout"].search([], limit=1)

    @api.depends("asset_ids", "layout_id", "start")
    def _compute_count(self):
        for wizard in self:
            wizard.count = len(wizard.asset_ids)
            wizard.sheets = 0
            if wizard.layout_id and wizard.start > 0:
                geometry = wizard.layout_id._geometry()
                wizard.sheets = geometry.sheets(wizard.count, wizard.start)

    @api.model_create_multi
    def create(self, vals_list):
        """:raises AccessError: for an asset that the user may not read"""
        wizards = super().create(vals_list)
        wizards._check_assets()
        return wizards

    def write(self, vals):
        """:raises AccessError: for an asset that the user may not read"""
        result = super().write(vals)
        self._check_assets()
        return result

    def _check_assets(self):
        """A field of many records shows only those that the user reads: look at all."""
        ids = self.sudo().asset_ids.ids
        self.env["sipbd.asset"].browse(ids).check_access("read")

    def action_print(self):
        """The PDF with the labels."""
        self.ensure_one()
        self._check_printable()
        return {
            **self.env.ref("sipbd.action_report_labels").report_action(self),
            "close_on_report_download": True,
            "context": {"active_ids": self.ids},
        }

    def _check_printable(self):
        if not self.asset_ids:
            raise UserError(self.env._("Choose the assets to label first."))
        if len(self.asset_ids) > MOST_LABELS:
            raise UserError(
                self.env._(
                    "%(count)s labels are too many for one print: choose at most "
                    "%(most)s, for instance room by room.",
                    count=len(self.asset_ids),
                    most=MOST_LABELS,
                )
            )
        if not 1 <= self.start <= self.per_sheet:
            raise UserError(
                self.env._(
                    "The sheet has the labels 1 to %(last)s: it cannot be started at "
                    "%(start)s.",
                    last=self.per_sheet,
                    start=self.start,
                )
            )

    def _render(self) -> bytes:
        self._check_printable()
        target = BytesIO()
        assets = self.asset_ids.sorted(lambda a: (a.kode_register or "", a.id))
        write_labels(
            self.layout_id._geometry(), assets._labels(), target, start=self.start
        )
        return target.getvalue()


class Asset(models.Model):
    _inherit = "sipbd.asset"

    def action_print_labels(self):
        """Ask on which sheet the labels of these assets go."""
        self.check_access("read")
        wizard = self.env["sipbd.label.print"].create(
            {"asset_ids": [Command.set(self.ids)]}
        )
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Print labels"),
            "res_model": "sipbd.label.print",
            "res_id": wizard.id,
            "view_mode": "form",
            "target": "new",
        }

    def _labels(self):
        """What the label of each of these assets says.

        The two lines of the kode register are location and code (Permendagri
        108/2016); form text, so it stays Indonesian.
        """
        owner = self.env.ref("pemda_base.unit_pemda").sudo().name
        base_url = self.browse().get_base_url()
        labels = []
        for asset in self:
            location, _space, code = (asset.kode_register or "").rpartition(" ")
            labels.append(
                Label(
                    owner=owner,
                    codes=tuple(filter(None, (location, code))),
                    name=asset.name,
                    year=f"Tahun {asset.tahun_perolehan or '-'}",
                    url=f"{base_url}/sipbd/a/{asset.nibar}",
                )
            )
        return labels
