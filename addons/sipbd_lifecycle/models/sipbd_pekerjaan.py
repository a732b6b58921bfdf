from odoo import api, models
from odoo.fields import Domain
from odoo.tools.translate import LazyTranslate

from odoo.addons.sipbd.models.sipbd_pekerjaan import MOST

_lt = LazyTranslate(__name__)

CARD = "holder_leaves"
TITLE = _lt("With custodians who leave or serve elsewhere")


class Pekerjaan(models.AbstractModel):
    """Goods that are to come back from their custodian, among the work at hand."""

    _inherit = "sipbd.pekerjaan"

    @api.model
    @api.readonly
    def get_work(self):
        work = super().get_work()
        found = self.env["sipbd.asset"].search_count(
            self._leaving_goods(self._units()), limit=MOST + 1
        )
        due = next(each for each in work["sections"] if each["key"] == "due")
        due["cards"].append({"key": CARD, "title": self.env._(TITLE), "count": found})
        return work

    @api.model
    def open_card(self, key):
        if key != CARD:
            return super().open_card(key)
        units = self._units()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "sipbd.sipbd_asset_action_custody"
        )
        context = {"search_default_holder_leaves": 1, "search_default_aktif": 1}
        domain = Domain("unit_id", "child_of", units.ids)
        return {**action, "domain": list(domain), "context": context}

    @api.model
    def _leaving_goods(self, units):
        return (
            Domain("holder_leaves", "=", True)
            & Domain("state", "=", "aktif")
            & Domain("unit_id", "child_of", units.ids)
        )
