from odoo import api, models

from .lifecycle_document import DOCUMENT


class ApprovalRequest(models.Model):
    _inherit = "pemda.approval.request"

    def _mirror(self):  # pylint: disable=missing-return
        """Goods are held as long as their document is on its way."""
        super()._mirror()
        self.env["sipbd.lifecycle.hold"]._follow(self)

    @api.model
    def _move_stages(self, stages):  # pylint: disable=missing-return
        """Tell the documents at which step they have arrived."""
        super()._move_stages(stages)
        requests = self.sudo().browse(stages)
        for model, ours in requests.grouped("res_model").items():
            documents = self.env.get(model)
            if isinstance(documents, self.env.registry[DOCUMENT]):
                for request in ours:
                    request._document()._lifecycle_arrived(request)
