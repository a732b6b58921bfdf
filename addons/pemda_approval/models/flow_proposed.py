from odoo import SUPERUSER_ID, api, models


class ApprovalFlow(models.Model):
    """Flows that addons bring along for their kinds of documents."""

    _inherit = "pemda.approval.flow"

    @api.model
    def _propose(self, modules):
        """Put what addons propose into force for kinds that have no flow of their own.

        The data of an addon does so when it is installed. A kind that comes with an
        update of it would stay without: Odoo calls no function of such data then.
        What a pemda made, changed, ended or archived stays as it is.

        :param modules: names of the addons that were installed or updated
        """
        shipped = self.env["ir.model.data"].sudo()
        shipped = shipped.search(
            [("model", "=", self._name), ("module", "in", list(modules))]
        )
        proposed = self.sudo().browse(shipped.mapped("res_id")).exists()
        for kind in proposed.kind_id.filtered("active"):
            flows = kind.flow_ids
            if flows <= proposed and all(flow._is_as_shipped() for flow in flows):
                flows.unconfirmed = True
                flows.action_go_live()

    def _is_as_shipped(self):
        """Whether this is the draft that the data of an addon made, and no more."""
        self.ensure_one()
        made = self.create_date
        return self.state == "draft" and all(
            (each.create_date, each.write_date, each.write_uid.id)
            == (made, made, SUPERUSER_ID)
            for each in (self, *self.step_ids)
        )


class IrModelData(models.Model):
    _inherit = "ir.model.data"

    @api.model
    def _process_end(self, modules):
        """Called once all addons of an installation or update are loaded."""
        result = super()._process_end(modules)
        self.env["pemda.approval.flow"]._propose(modules)
        return result
