from odoo import models
from odoo.fields import Domain


class Rule(models.Model):
    _inherit = "ir.rule"

    def _eval_context(self):
        """``approval_visible(prefix)`` in rules: see :meth:`_approval_visible`; and
        ``approval_places()``, places of the offices that the user holds today."""
        return super()._eval_context() | {
            "approval_visible": self._approval_visible,
            "approval_places": self.env.user._approval_places,
        }

    def _approval_visible(self, prefix=""):
        """Domain of the requests that the user may see.

        Those he made, those that came to an office he holds, and those of the kinds
        whose readers he is, in the units in which he is that.

        :param str prefix: path from the model of the rule to the request, with its
            dot, such as ``request_id.``
        :return: list, as a rule wants it
        """
        user = self.env.user
        domain = (
            Domain(f"{prefix}maker_id", "=", user.id)
            | Domain(f"{prefix}author_id", "=", user.id)
            | Domain(f"{prefix}task_ids.place_key", "in", user._approval_places())
        )
        kinds = self.env["pemda.approval.kind"].sudo().with_context(active_test=False)
        every = kinds.search([])  # pylint: disable=no-search-all
        for group, ours in every.grouped("reader_group_id").items():
            xmlid = group.get_external_id().get(group.id)
            units = user._pemda_unit_ids(xmlid) if xmlid else []
            if units:
                inside = Domain(f"{prefix}unit_id", "child_of", units) | Domain(
                    f"{prefix}receiving_unit_id", "child_of", units
                )
                domain |= Domain(f"{prefix}kind_id", "in", ours.ids) & inside
        return list(domain)
