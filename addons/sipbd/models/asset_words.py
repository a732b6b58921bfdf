from odoo import api, models

from odoo.addons.pemda_import.models.text_index import place_words


class Asset(models.Model):
    _inherit = "sipbd.asset"

    @api.model
    def _place_words(self):
        """Put the words of assets that were booked on into the text indexes.

        Every booking writes its asset into all indexes again; what waits to be placed
        in the text indexes is read by each search.

        :return: how many pages waited
        """
        return place_words(self.env.cr, self._table)
