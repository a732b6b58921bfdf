from odoo import api, fields, models
from odoo.tools import ormcache

# A scan on a row of these histories is that document; see riwayat_dokumen.py too.
HISTORY_OF_CODE = {
    "872": "sikda.riwayat.jabatan",
    "874": "sikda.riwayat.diklat",
    "880": "sikda.riwayat.angka.kredit",
    "882": "sikda.riwayat.hukdis",
    "890": "sikda.riwayat.kinerja",
    "892": "sikda.riwayat.penghargaan",
}


class DokumenJenis(models.Model):
    """A kind of document of the digital file, by its SIASN code where it has one."""

    _name = "sikda.dokumen.jenis"
    _description = "Kind of document"
    _inherit = "sikda.published"

    group = fields.Char(help="History to which SIASN files it.")
    private = fields.Boolean(
        help="Shows family, health, discipline, pay or the NIK: for those who may see "
        "these."
    )
    history = fields.Selection(
        selection="_selection_history",
        help="A scan on a row of this history is such a document as well.",
    )

    _code_uniq = models.UniqueIndex("(code)", "This code exists already.")

    @api.model
    def _selection_history(self):
        return [
            (name, model._description)
            for name, model in sorted(self.env.registry.items())
            if issubclass(model, self.env.registry["sikda.riwayat"])
            and not model._abstract
        ]

    @api.model
    @ormcache()
    def _histories_with_scans(self):
        """Names of the histories whose scans are documents of some kind."""
        kinds = self.sudo().search([("history", "!=", False)])
        return tuple(sorted(set(kinds.mapped("history"))))

    @api.model_create_multi
    def create(self, vals_list):
        self.env.registry.clear_cache()
        return super().create(vals_list)

    def write(self, vals):
        self.env.registry.clear_cache()
        return super().write(vals)

    @api.model
    def _load_published(self):
        """SIASN's codes, and those that a file needs and SIASN does not have."""
        siasn = [
            {
                "code": row["code"],
                "name": row["name"],
                "group": row["group"],
                "sequence": int(row["code"]),
                "private": row["code"] == "882",  # SK hukuman disiplin
                "history": HISTORY_OF_CODE.get(row["code"], False),
            }
            for row in self._published_rows("siasn_dokumen")
        ]
        local = [
            {
                "code": row["code"],
                "name": row["name"],
                "group": row["group"],
                "sequence": 2000,
                "private": row["private"] == "1",
                "history": row["history"] or False,
            }
            for row in self._published_rows("dokumen_lokal")
        ]
        self._add_published(siasn + local)
