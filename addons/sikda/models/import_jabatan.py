from odoo import api, models


class Jabatan(models.Model):
    _inherit = "sikda.jabatan"

    @api.model
    def _find_or_add(self, vals):
        """The post of the catalogue with this identity; made when there is none."""
        domain = [("name", "=ilike", _literal(vals["name"]))] + [
            (name, "=", vals.get(name) or False)
            for name in ("jenis", "eselon_id", "jenjang_id")
        ]
        found = self.with_context(active_test=False).search(domain, limit=1)
        return found or self.create(vals)


def _literal(text):
    """A text for =ilike in which nothing is a wildcard."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
