from odoo import api, fields, models

MOST_LINES = 200


class LedgerCheck(models.Model):
    """What a comparison of all assets with the ledger has found.

    Made every night (``sipbd.ledger_check_cron``); the command ``ledger_check`` does
    the same at once. A difference means that something has changed the register past
    the ledger: it is to be looked into, and shows here until a later check is clean.
    """

    _name = "sipbd.ledger.check"
    _description = "Check of the ledger"
    _inherit = ["pemda.append.only"]
    _order = "id desc"

    # It concerns the whole pemda: read by who holds an office there.
    unit_id = fields.Many2one(
        "hr.department",
        required=True,
        ondelete="restrict",
        default=lambda self: self.env.ref("pemda_base.unit_pemda"),
    )
    create_date = fields.Datetime(string="Checked at", readonly=True)
    count = fields.Integer(string="Differences", required=True, aggregator=None)
    details = fields.Text(
        help="Asset, column, what the column says and what the ledger says."
    )
    sound = fields.Boolean(compute="_compute_sound")

    @api.depends("count")
    def _compute_sound(self):
        for check in self:
            check.sound = not check.count

    @api.depends("create_date")
    def _compute_display_name(self):
        for check in self:
            check.display_name = fields.Datetime.to_string(check.create_date) or ""

    @api.model
    def _run(self):
        """Compare the whole register with the ledger and keep what was found.

        :return: the check
        """
        found = self.env["sipbd.asset"].sudo()._ledger_differences()
        lines = self._lines(found[:MOST_LINES])
        if len(found) > MOST_LINES:
            rest = len(found) - MOST_LINES
            lines.append(self.env._("and %(count)s more", count=rest))
        return self.sudo().create({"count": len(found), "details": "\n".join(lines)})

    def _lines(self, found):
        assets = self.env["sipbd.asset"].sudo()
        labels = assets.fields_get({each["field"] for each in found}, ["string"])
        return [
            self.env._(
                "%(asset)s: %(field)s is %(projected)s, booked %(booked)s",
                asset=assets.browse(each["asset_id"]).nibar or each["asset_id"],
                field=labels[each["field"]]["string"],
                projected=each["projected"] or "-",
                booked=each["booked"] or "-",
            )
            for each in found
        ]
