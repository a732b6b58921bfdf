from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import SQL

from odoo.addons.pemda_approval.rules.transitions import RUNNING
from odoo.addons.pemda_base.fields import LooseMany2one

from .lifecycle_document import DOCUMENT
from .sql_file import sql_file


class LifecycleHold(models.Model):
    """Goods that stand in a document on its way: each in one of them, of any kind.

    A row is written with the submission and goes when the document is decided on,
    returned or withdrawn. The unique index lets one of two submissions at once win.
    Written by SQL only; nobody has access.
    """

    _name = "sipbd.lifecycle.hold"
    _description = "Goods in a running document"
    _log_access = False

    # Assets stay for good.
    asset_id = LooseMany2one("sipbd.asset", required=True, ondelete="restrict")
    res_model = fields.Char(required=True)
    res_id = fields.Many2oneReference(model_field="res_model", required=True)

    _asset_uniq = models.UniqueIndex(
        "(asset_id)", "An asset stands in one running document at a time."
    )
    _by_document = models.Index("(res_model, res_id)")

    @api.model
    def _follow(self, requests):
        """Take and release goods as the requests of their documents are now.

        :raises UserError: when one of them stands in another running document
        """
        for model, ours in requests.sudo().grouped("res_model").items():
            documents = self.env.get(model)
            if isinstance(documents, self.env.registry[DOCUMENT]):
                running = ours.filtered(lambda each: each.state == RUNNING)
                self._release(model, (ours - running).mapped("res_id"))
                self._take(documents.browse(running.mapped("res_id")))

    @api.model
    def _release(self, model, ids):
        if ids:
            self.env.cr.execute(
                SQL(
                    "DELETE FROM sipbd_lifecycle_hold"
                    " WHERE res_model = %s AND res_id = ANY(%s)",
                    model,
                    ids,
                )
            )

    @api.model
    def _take(self, documents):
        if not documents:
            return
        self.env.flush_all()
        values = {
            "lines": SQL.identifier(documents.line_ids._table),
            "model": documents._name,
            "documents": documents.ids,
        }
        self.env.cr.execute(sql_file("hold_take", **values))
        lost = self.env.execute_query_dict(sql_file("hold_lost", **values))
        if lost:
            raise UserError(self._held_text(lost[0]))

    @api.model
    def _held_text(self, row):
        """Sentence for an asset in another running document.

        :param dict row: ``goods``, ``held_model``, ``held_id``
        """
        return self.env._(
            "%(goods)s stands in another document on its way: %(document)s. Wait for "
            "it, or take the goods out.",
            goods=row["goods"],
            document=self._holder_text(row),
        )

    @api.model
    def _holder_text(self, row):
        """Kind and number of the document that holds an asset."""
        other = self.env[row["held_model"]].sudo().browse(row["held_id"])
        return other._lifecycle_kind_text()
